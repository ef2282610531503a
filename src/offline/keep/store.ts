/**
 * Unsaved work in the browser’s own database on this machine: one record for each page that is open, so that two windows
 * do not write over each other. A page holds a lock while it lives; a record whose page holds none was left by one that
 * was closed or broke down.
 */
import type { WorkbookFile } from '../../book/workbookFile';

export interface Kept {
  readonly id: string;
  readonly time: number;
  /** Titles of the reports in it, for whoever has to choose. */
  readonly titles: readonly string[];
  readonly workbook: WorkbookFile;
}

const storeName = 'work';
const lockOf = (id: string): string => `gouji-page-${id}`;

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the database did not answer'));
  });

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('gouji-offline', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'id' });
  return done(request);
}

export class Store {
  // `randomUUID` is missing on a page that came over plain http, as on many an intranet.
  readonly id = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16)).join('-');

  private constructor(private readonly database: IDBDatabase) {
    // Held until the page is gone.
    if ('locks' in navigator) void navigator.locks.request(lockOf(this.id), () => new Promise<never>(() => undefined));
  }

  /** `null` where the browser keeps nothing for this page. */
  static async open(): Promise<Store | null> {
    try {
      return new Store(await openDatabase());
    } catch {
      return null;
    }
  }

  private records(mode: IDBTransactionMode): IDBObjectStore {
    return this.database.transaction(storeName, mode, { durability: 'strict' }).objectStore(storeName);
  }

  async keep(work: Omit<Kept, 'id'>): Promise<void> {
    const store = this.records('readwrite');
    await done(store.put({ ...work, id: this.id } satisfies Kept));
  }

  /** What closed pages left, the latest first. */
  async left(): Promise<Kept[]> {
    const all = (await done(this.records('readonly').getAll())) as Kept[];
    const locks = 'locks' in navigator ? await navigator.locks.query() : {};
    const alive = new Set((locks.held ?? []).map(({ name }) => name));
    return all.filter(({ id }) => id !== this.id && !alive.has(lockOf(id))).sort((a, b) => b.time - a.time);
  }

  async remove(id: string): Promise<void> {
    await done(this.records('readwrite').delete(id));
  }

  /** Deletes all that was ever kept here, also by pages that are still open. */
  async clear(): Promise<void> {
    await done(this.records('readwrite').clear());
  }
}
