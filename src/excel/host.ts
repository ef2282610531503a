/** `Host` on Office.js. What knows of reports is loaded when the workbook holds anything: the first screen needs none of it. */
import type { Language } from '../report/language';
import type { Host, Snapshot, WriteResult } from '../host/host';
import { handOver } from './handover';
import { openWorkbook } from './loop/sheets';
import { watchWorkbook, type WorkbookSight, type Watch } from './loop/watch';
import type { Reports } from './reports';

/** After an empty workbook was shown, what comes next is fetched in advance, so many milliseconds later. */
const fetchAfter = 1_000;

const clock = {
  now: () => Date.now(),
  setTimeout: (callback: () => void, milliseconds: number): unknown => window.setTimeout(callback, milliseconds),
  clearTimeout: (handle: unknown) => window.clearTimeout(handle as number),
};

/** The language of Excel's own screen; Chinese is the product's own. */
const hostLanguage = (): Language => (/^en/i.test(Office.context.displayLanguage) ? 'en' : 'zh');

/** Excel on the web does not tell its theme. */
const themeOf = (): boolean | null => Office.context.officeTheme?.isDarkTheme ?? null;

const isEmpty = ({ sheets }: WorkbookSight): boolean =>
  sheets.every(({ grid }) => grid.values.every((row) => row.every((value) => value === '')));

const nothingIn = ({ readAt, trouble, manualCalculation }: WorkbookSight): Snapshot => ({
  candidates: [],
  active: null,
  undecided: false,
  checkedAt: readAt,
  trouble,
  manualCalculation,
  undo: null,
});

/** What knows of reports, loaded once; what failed to load is asked for again. */
function loadedOnce(load: () => Promise<Reports>): { (): Promise<Reports>; readonly now: () => Reports | null } {
  let loading: Promise<Reports> | null = null;
  let loaded: Reports | null = null;
  const once = async (): Promise<Reports> => {
    loading ??= load();
    try {
      loaded = await loading;
      return loaded;
    } catch (error) {
      loading = null;
      throw error;
    }
  };
  return Object.assign(once, { now: () => loaded });
}

/** Looks again whenever a person comes back to the pane. Returns what ends that. */
function lookOnReturn(look: () => Promise<void>): () => void {
  const looked = (): void => {
    if (document.visibilityState === 'visible') void look();
  };
  window.addEventListener('focus', looked);
  document.addEventListener('visibilitychange', looked);
  return () => {
    window.removeEventListener('focus', looked);
    document.removeEventListener('visibilitychange', looked);
  };
}

type Deeds = Pick<
  Host,
  | 'insert'
  | 'writeText'
  | 'explain'
  | 'describeUnit'
  | 'replaceFigures'
  | 'addSheet'
  | 'write'
  | 'fillZeros'
  | 'restoreFormats'
  | 'useFormulaTotals'
  | 'undo'
>;

/** Takes what was seen to what is loaded for it; of an empty workbook nothing needs to be loaded at once. */
function seenBy(
  reports: (() => Promise<Reports>) & { readonly now: () => Reports | null },
  tell: (state: Snapshot) => void,
): (sight: WorkbookSight) => Promise<void> {
  let fetched = false;
  const fetchSoon = (): void => {
    if (fetched) return;
    fetched = true;
    clock.setTimeout(() => void reports().catch(() => undefined), fetchAfter);
  };
  return async (sight) => {
    if (reports.now() === null && isEmpty(sight)) {
      tell(nothingIn(sight));
      fetchSoon();
      return;
    }
    const own = await reports().catch(() => null);
    // Where it cannot be loaded, the next look, a few seconds later, asks for it again.
    if (own === null) tell({ ...nothingIn(sight), trouble: 'notLoaded' });
    else await own.seen(sight);
  };
}

/** The deeds of what is loaded; where it cannot be loaded, that is said and nothing is done. */
function deedsOf(reports: () => Promise<Reports>): Deeds {
  const act = async (deed: (own: Reports) => Promise<WriteResult>): Promise<WriteResult> => {
    const own = await reports().catch(() => null);
    return own === null ? { ok: false, reason: 'notLoaded', detail: '' } : deed(own);
  };
  return {
    insert: (request) => act((own) => own.insert(request)),
    writeText: (section, before, after) => act((own) => own.writeText(section, before, after)),
    explain: (explanation) => act((own) => own.explain(explanation)),
    describeUnit: (unit) => act((own) => own.describeUnit(unit)),
    replaceFigures: (request) => act((own) => own.replaceFigures(request)),
    addSheet: (content, inFront) => act((own) => own.addSheet(content, inFront)),
    write: (changes, deed) => act((own) => own.write(changes, deed)),
    fillZeros: (tables, except) => act((own) => own.fillZeros(tables, except)),
    restoreFormats: () => act((own) => own.restoreFormats()),
    useFormulaTotals: () => act((own) => own.useFormulaTotals()),
    undo: () => act((own) => own.undo()),
  };
}

/** @param ready what else is loaded with it, so that it can be shown at once; never rejects */
export function createExcelHost(ready: () => Promise<unknown> = () => Promise.resolve()): Host {
  const language = hostLanguage();
  let watch: Watch | null = null;
  let tell: (state: Snapshot) => void = () => undefined;
  const refresh = async (): Promise<void> => watch?.refresh();
  const look = async (): Promise<void> => watch?.look();
  const reports = loadedOnce(async () => {
    const [{ createReports }] = await Promise.all([import('./reports'), ready()]);
    return createReports({ language, clock, refresh, look, tell: (snapshot) => tell(snapshot) });
  });
  return {
    language,
    darkTheme: themeOf(),

    watch(listener) {
      tell = listener;
      const watching = watchWorkbook(
        {
          seen: seenBy(reports, (snapshot) => tell(snapshot)),
          formatsMayHaveChanged: () => reports.now()?.formatsMayHaveChanged(),
          shown: () => reports.now()?.sheetsShown() ?? [],
        },
        { workbook: openWorkbook, clock, isVisible: () => document.visibilityState === 'visible' },
      );
      watch = watching;
      const stopLooking = lookOnReturn(() => watching.look());
      return () => {
        stopLooking();
        reports.now()?.stop();
        watching.stop();
      };
    },

    async check() {
      await refresh();
      await reports.now()?.lookAtFormats();
    },

    choose: (key) => reports.now()?.choose(key),
    ...deedsOf(reports),
    readSheet: async (name) => (await reports()).readSheet(name),
    async readReports() {
      const own = await reports().catch(() => null);
      return own === null ? 'notLoaded' : own.readReports();
    },
    select: async (target) => reports.now()?.select(target),
    handOver: (file) => Promise.resolve(handOver(file)),
  };
}
