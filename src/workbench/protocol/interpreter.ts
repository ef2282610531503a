/**
 * Answers a batch of the rich API: evaluates object paths, carries out actions in order, stops at the first error.
 * Knows nothing of Excel. A member that the types do not have, or whose requirement set is not offered, fails as the
 * real host would and is written down in `missing`: there are no silent stubs.
 */
import {
  actionTypes,
  pathTypes,
  type Action,
  type ArgumentInfo,
  type Batch,
  type BatchResult,
  type QueryInfo,
} from './batch';
import { HostError } from './hostError';
import { isHostObject, isList, type Argument, type HostObject, type Json } from './hostObject';
import type { Requirements } from './requirements';

type Fields = Record<string, Json | undefined>;

const wireName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const isPlainObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isHostObject(value);

/** Objects that the client keeps across batches, by the reference that it was given. */
export class References {
  private readonly objects = new Map<string, HostObject>();
  private readonly ids = new Map<HostObject, string>();
  private last = 0;

  keep(object: HostObject): string {
    const known = this.idOf(object);
    if (known !== null) return known;
    this.last += 1;
    const id = `ref:${this.last}`;
    this.objects.set(id, object);
    this.ids.set(object, id);
    return id;
  }

  idOf(object: HostObject): string | null {
    return this.ids.get(object) ?? null;
  }

  get(id: string): HostObject | undefined {
    return this.objects.get(id);
  }

  remove(id: string): void {
    const object = this.objects.get(id);
    if (object !== undefined) this.ids.delete(object);
    this.objects.delete(id);
  }

  clear(): void {
    this.objects.clear();
    this.ids.clear();
  }

  values(): Iterable<HostObject> {
    return this.objects.values();
  }

  get size(): number {
    return this.objects.size;
  }
}

export interface Surface {
  readonly root: HostObject;
  /** Objects that are made by the name of a service. */
  readonly services: Readonly<Record<string, () => HostObject>>;
}

export class Interpreter {
  /** What was asked for and is not there, as `Range.getImage`. */
  readonly missing = new Set<string>();

  constructor(
    private readonly surface: Surface,
    private readonly requirements: Requirements,
    readonly references: References,
  ) {}

  run(batch: Batch): BatchResult {
    return new Run(batch, this.surface, this.requirements, this.references, this.missing).result();
  }
}

class Run {
  /** Every path is evaluated once in a batch. */
  private readonly known = new Map<number, HostObject | null>();

  constructor(
    private readonly batch: Batch,
    private readonly surface: Surface,
    private readonly requirements: Requirements,
    private readonly references: References,
    private readonly missing: Set<string>,
  ) {}

  result(): BatchResult {
    const results: { ActionId: number; Value: Json }[] = [];
    const traces: number[] = [];
    for (const [index, action] of this.batch.Actions.entries()) {
      if (action.ActionType === actionTypes.trace) {
        traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: null });
        continue;
      }
      try {
        results.push({ ActionId: action.Id, Value: this.act(action) });
      } catch (error) {
        const known =
          error instanceof HostError
            ? error
            : new HostError('GeneralException', error instanceof Error ? error.message : String(error), '', 500);
        const failure = {
          Code: known.code,
          Message: known.message,
          Location: known.location,
          HttpStatusCode: known.httpStatus,
          ActionIndex: index,
        };
        return { Results: results, TraceIds: traces, Error: failure };
      }
    }
    return { Results: results, TraceIds: traces };
  }

  private absent(object: HostObject, member: string): HostError {
    const name = `${object.typeName}.${member}`;
    this.missing.add(name);
    return new HostError('ApiNotFound', `the stand-in does not implement ${name}`, name, 404);
  }

  private demand(object: HostObject, member: string): void {
    if (this.requirements.has(object.typeName, member)) return;
    const name = `${object.typeName}.${member}`;
    this.missing.add(name);
    throw new HostError(
      'ApiNotFound',
      `The API you are trying to use could not be found. It may be available in a newer version of Excel. (${name})`,
      name,
      404,
    );
  }

  private path(id: number): HostObject | null {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const found = this.resolve(id);
    this.known.set(id, found);
    return found;
  }

  private resolve(id: number): HostObject | null {
    const path = this.batch.ObjectPaths[id];
    if (path === undefined) throw new HostError('InvalidObjectPath', `there is no object path ${id}`);
    const { Name: name, ObjectPathType: type } = path;
    switch (type) {
      case pathTypes.global:
        return this.surface.root;
      case pathTypes.nullObject:
        return null;
      case pathTypes.newObject: {
        const make = this.surface.services[name];
        if (make !== undefined) return make();
        this.missing.add(`new ${name}`);
        throw new HostError('ApiNotFound', `the stand-in does not implement new ${name}`, name, 404);
      }
      case pathTypes.referenceId: {
        const kept = this.references.get(name);
        if (kept === undefined)
          throw new HostError('InvalidReference', 'This reference is not valid for the current operation.');
        return kept;
      }
    }
    const parent = path.ParentObjectPathId === undefined ? null : this.path(path.ParentObjectPathId);
    if (parent === null) return null;
    switch (type) {
      case pathTypes.method: {
        const result = this.call(parent, name, path.ArgumentInfo);
        if (result === null || isHostObject(result)) return result;
        throw new HostError('GeneralException', `${parent.typeName}.${name} gives no object`);
      }
      case pathTypes.property: {
        const go = parent.navigate(name);
        if (go === undefined) throw this.absent(parent, name);
        this.demand(parent, name);
        return go();
      }
      case pathTypes.indexer:
        if (parent.item === undefined) throw this.absent(parent, 'getItem');
        return parent.item(this.args(path.ArgumentInfo));
      default:
        throw new HostError('InvalidRequest', `unknown kind of object path ${type}`);
    }
  }

  private args(info: ArgumentInfo | undefined): Argument[] {
    const ids = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((value, i) => this.argument(value, ids?.[i] ?? null));
  }

  private argument(value: Json, pathId: Json): Argument {
    if (typeof pathId === 'number' && pathId !== 0) return this.referred(pathId);
    if (isPlainObject(value) && typeof value['_ObjectPathId'] === 'number')
      return this.referred(value['_ObjectPathId']);
    return value;
  }

  private referred(pathId: number): HostObject {
    const object = this.path(pathId);
    if (object === null) throw new HostError('InvalidArgument', 'an argument is a null object');
    return object;
  }

  private call(object: HostObject, name: string, info: ArgumentInfo | undefined) {
    const method = object.method(name);
    if (method === undefined) throw this.absent(object, name);
    this.demand(object, name);
    return method(this.args(info));
  }

  private act(action: Action): Json {
    const object = this.path(action.ObjectPathId);
    if (object === null) return null;
    const name = action.Name ?? '';
    switch (action.ActionType) {
      case actionTypes.instantiate:
        return this.identity(object);
      case actionTypes.query:
        return this.query(object, action.QueryInfo ?? {});
      case actionTypes.method: {
        if (name === '_KeepReference') {
          this.references.keep(object);
          return null;
        }
        if (name === '_RemoveReference') {
          const [id] = action.ArgumentInfo?.Arguments ?? [];
          if (typeof id === 'string') this.references.remove(id);
          return null;
        }
        const result = this.call(object, name, action.ArgumentInfo);
        if (result === undefined) return null;
        return isHostObject(result) ? this.identity(result) : result;
      }
      case actionTypes.setProperty: {
        const property = object.property(name);
        if (property?.set === undefined) throw this.absent(object, `${name} (set)`);
        this.demand(object, name);
        const [value = null] = action.ArgumentInfo?.Arguments ?? [];
        property.set(value);
        return null;
      }
      default:
        throw new HostError('InvalidRequest', `unknown kind of action ${action.ActionType}`);
    }
  }

  /** What tells the client which object it has: its reference if it is kept, its id if its type has one. */
  private identity(object: HostObject): Fields {
    const reference = this.references.idOf(object);
    const id = object.idProperty;
    return {
      ...(reference !== null && { _ReferenceId: reference }),
      ...(id !== undefined && { [id]: object.property(id)?.get() ?? null }),
    };
  }

  private query(object: HostObject, info: QueryInfo): Fields {
    const select = [...(info.Select ?? []), ...(info.Expand ?? [])];
    if (object.items === undefined) return this.fields(object, select);
    const all = object.items();
    const first = all[0];
    const own: string[] = [];
    const ofItems: string[] = [];
    for (const path of select) {
      // `items/name` and `name` mean the same; a property of the collection itself comes first.
      const name = wireName(path.split('/')[0] ?? '');
      if (name === 'Items') ofItems.push(path.slice('items/'.length));
      else if (object.property(name) !== undefined && first?.property(name) === undefined) own.push(path);
      else ofItems.push(path);
    }
    const skip = info.Skip ?? 0;
    const items = all.slice(skip, info.Top === undefined ? undefined : skip + info.Top);
    const wanted = ofItems.filter((path) => path !== '');
    return {
      ...(own.length > 0 ? this.fields(object, own) : this.identity(object)),
      _Items: items.map((item, i) => ({ _Index: skip + i, ...this.fields(item, wanted) })),
    };
  }

  private fields(object: HostObject, select: readonly string[]): Fields {
    const result: Fields = this.identity(object);
    for (const path of select.length === 0 ? ['*'] : select) this.put(result, object, path);
    return result;
  }

  private put(result: Fields, object: HostObject, path: string): void {
    if (path === '*') {
      for (const name of object.propertyNames) {
        if (this.requirements.has(object.typeName, name)) result[name] = object.property(name)?.get() ?? null;
      }
      return;
    }
    const [head = '', ...rest] = path.split('/');
    const name = wireName(head);
    const property = object.property(name);
    if (property !== undefined && rest.length === 0) {
      this.demand(object, name);
      result[name] = property.get();
      return;
    }
    const go = object.navigate(name);
    if (go === undefined) throw this.absent(object, name);
    this.demand(object, name);
    const child = go();
    if (child === null) {
      result[name] = null;
      return;
    }
    const below = this.query(child, { Select: rest.length === 0 ? [] : [rest.join('/')] });
    const before = result[name];
    result[name] = isPlainObject(before) ? merged(before, below) : below;
  }
}

/** Two answers about the same object as one. */
function merged(a: Fields, b: Fields): Fields {
  const result: Fields = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const old = result[key];
    if (isPlainObject(old) && isPlainObject(value)) result[key] = merged(old, value);
    else if (key === '_Items' && isList(old) && isList(value)) {
      result[key] = old.map((item, i): Json => {
        const other = value[i] ?? null;
        return isPlainObject(item) && isPlainObject(other) ? merged(item, other) : item;
      });
    } else result[key] = value;
  }
  return result;
}
