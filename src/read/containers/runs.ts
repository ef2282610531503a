/**
 * The text of a cell as the eye reads it, and what was left out of it. A reader hands on runs; nobody joins them but this.
 */

/**
 * Why a run is no part of the number beside it. `mark`: raised or lowered, a note. `struck`: crossed out. `deleted`: by a
 * tracked change; it takes no room. `hidden`: not shown; it takes no room. `unclear`: it may be shown, or be part of the
 * number, and nobody can tell (raised by hand); where all of a cell is so, it is plain. `object`: a picture,
 * or a control whose content the file does not hold; its text says what it is, or is ''. `unseen`: white on white, or too small
 * to be seen; a label is known by it all the same. `faint`: white on a ground that is not known; `remapped`: in a typeface that
 * the file brings, which may show other digits; where all of a cell is so, it is read and doubted. `covered`: kept in a cell
 * that a merged one covers. `stale`: a sum of other cells that is none of them as they stand; it is read and doubted. `overlaid`:
 * something drawn may lie over it. `broken`: on two lines for want of room, as two numbers would be. `uncalculated`: a formula whose result the file does not hold.
 */
export type AsideKind =
  | 'mark'
  | 'struck'
  | 'deleted'
  | 'hidden'
  | 'unclear'
  | 'object'
  | 'unseen'
  | 'faint'
  | 'remapped'
  | 'covered'
  | 'stale'
  | 'overlaid'
  | 'broken'
  | 'uncalculated';

export interface Run {
  /** Line breaks are `\n`. */
  readonly text: string;
  /** Null: plain text. */
  readonly aside: AsideKind | null;
}

/**
 * The digits of one number are of one size. Figures of less than this part of the size of those beside them may be the mark of
 * a note, typed small and not raised: nobody can tell. What differs by less (10 and 10.5 points) looks alike.
 */
export const samePart = 0.95;

/** Goes along a line of text and tells where the size of its figures changes so. */
export class FigureSizes {
  private before: number | null = null;

  /** True for figures smaller or larger than those just before them. Sizes in any unit, the same each time. */
  changesAt(text: string, size: number): boolean {
    const { before } = this;
    if (size === before || !/\p{N}/u.test(text)) return false;
    this.before = size;
    return before !== null && Math.min(size, before) < Math.max(size, before) * samePart;
  }

  /** Begins a line. */
  reset(): void {
    this.before = null;
  }
}

/** Behind a number beside which something else may be shown, so that none is read. */
export const notSure: Run = { text: '…', aside: null };

export interface Aside {
  readonly kind: AsideKind;
  readonly text: string;
}

/** `text`: what remains once the asides are out of it. A number that an aside parted is never joined. */
export interface CellText {
  readonly text: string;
  readonly asides: readonly Aside[];
}

const isSpace = (text: string): boolean => text.trim() === '';
/** What stands between two pieces of a number keeps them apart, unless it takes no room. */
const takesRoom: ReadonlySet<AsideKind> = new Set<AsideKind>(['mark', 'struck', 'object']);
export const endsAsNumber = /[\p{N}.,，．]$/u;
export const beginsAsNumber = /^[\p{N}.,，．]/u;

/** What such runs say stays a part of the text. */
const staying: ReadonlySet<AsideKind | null> = new Set<AsideKind | null>([
  null,
  'unclear',
  'unseen',
  'faint',
  'remapped',
  'stale',
  'overlaid',
  'broken',
]);
/** Beside others nobody can tell whether they are a part of the number. */
const unclearBeside: ReadonlySet<AsideKind | null> = new Set<AsideKind | null>(['unseen', 'faint']);

/** What a cell shows. Runs of one kind that follow one another are one aside. */
export function cellText(all: readonly Run[]): CellText {
  const shown = all.filter(({ text, aside }) => aside === 'object' || !isSpace(text));
  const kind = shown[0]?.aside ?? null;
  const isMixed = shown.some(({ aside }) => aside !== kind);
  if (!isMixed && staying.has(kind)) {
    const text = all.map((run) => run.text).join('');
    return { text, asides: kind === null || kind === 'unclear' ? [] : [{ kind, text }] };
  }
  const runs = isMixed ? all.map(besideOthers) : all;
  const asides: Aside[] = [];
  let text = '';
  let parted = false;
  let open: AsideKind | null = null;
  for (const run of runs) {
    const { aside } = run;
    if (aside !== null && (aside === 'object' || run.text !== '')) {
      const last = asides.at(-1);
      if (last !== undefined && open === aside) asides[asides.length - 1] = { kind: aside, text: last.text + run.text };
      else asides.push({ kind: aside, text: run.text });
      parted ||= takesRoom.has(aside);
    }
    open = aside;
    if (!staying.has(aside) || run.text === '') continue;
    if (parted && endsAsNumber.test(text.slice(-2)) && beginsAsNumber.test(run.text)) text += ' ';
    text += run.text;
    parted = false;
  }
  return { text, asides: asides.filter(({ kind, text: left }) => kind === 'object' || !isSpace(left)) };
}

const besideOthers = (run: Run): Run => (unclearBeside.has(run.aside) ? { ...run, aside: 'unclear' } : run);

const raised = new Map(
  Array.from('0123456789+-=()', (char, index) => [char, Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾')[index] ?? char]),
);
const unitLetter = /[A-Za-z]$/u;

/** A raised figure as the raised sign of it. */
export const raisedForm = (text: string): string => Array.from(text, (char) => raised.get(char) ?? char).join('');

/**
 * The runs as a sentence: without what is crossed out, deleted or hidden. A raised figure stays raised (984¹件), so that
 * it is no digit of the number before it, but for that of a unit or formula (m2).
 */
export function prose(runs: readonly Run[]): string {
  let text = '';
  for (const run of runs) {
    if (run.aside === 'mark' && !unitLetter.test(text.slice(-1))) text += raisedForm(run.text);
    else if (run.aside === 'mark' || staying.has(run.aside)) text += run.text;
  }
  return text;
}

/** What was left out of the cells of a table or sheet, by their places there. */
export class Asides {
  private readonly rows = new Map<number, Map<number, readonly Aside[]>>();

  /** True where nothing was left out anywhere. */
  get none(): boolean {
    return this.rows.size === 0;
  }

  add(row: number, column: number, asides: readonly Aside[]): void {
    if (asides.length === 0) return;
    const own = this.rows.get(row) ?? new Map<number, readonly Aside[]>();
    this.rows.set(row, own.set(column, asides));
  }

  at({ row, column }: { readonly row: number; readonly column: number }): readonly Aside[] {
    return this.rows.get(row)?.get(column) ?? none;
  }

  /** The same, with all rows moved down. */
  addAll(other: Asides, by: number): void {
    for (const [row, own] of other.rows) for (const [column, asides] of own) this.add(row + by, column, asides);
  }
}

const none: readonly Aside[] = [];
