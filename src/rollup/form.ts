/** A platform's own import form as a small file that an office can edit: `gouji-form/1`. */
import * as z from 'zod/mini';
import { sectionTitle, type Edition } from '../report/edition';
import { figureName, figuresOf, findFigure, type Figure } from '../report/figures';
import type { SheetContent, SheetValue } from '../report/sheet/workbook';
import { plainName } from '../write/text';
import type { UnitRow } from './collection/collection';
import { scaled, unscaled } from './exact';
import { nameOf, shiftOf, valueOf, type Received } from './received';

/** What a column says of the report. */
const ofUnit = ['unit', 'kind', 'level', 'year', 'edition', 'source'] as const;
/** What a column says of one figure; only where a row is a figure. */
const ofFigure = ['figure', 'figureName', 'table', 'row', 'column', 'code', 'value'] as const;

const columnSchema = z.union([
  /** The value of one figure under a head of the platform's own; only where a row is a unit. */
  z.strictObject({ head: z.string(), figure: z.string() }),
  /** The values of all figures of a table in printed order, each under its official name. */
  z.strictObject({ figures: z.string() }),
  /** The same words in every row. */
  z.strictObject({ head: z.string(), text: z.string() }),
  z.strictObject({ head: z.string(), take: z.enum([...ofUnit, ...ofFigure]) }),
]);

const formSchema = z.strictObject({
  format: z.literal('gouji-form/1'),
  name: z.string(),
  edition: z.string(),
  /** `units`: one unit a row. `figures`: one figure a row. */
  rows: z.enum(['units', 'figures']),
  /** Name of the worksheet. */
  sheet: z.string().check(z.minLength(1), z.maxLength(31)),
  /** What amounts are counted in. */
  amounts: z._default(z.enum(['tenThousandYuan', 'yuan']), 'tenThousandYuan'),
  /** What is written for a blank. */
  blank: z._default(z.string(), ''),
  /** The platform's own code of a figure, by its id. */
  codes: z._default(z.record(z.string(), z.string()), {}),
  columns: z.array(columnSchema).check(z.minLength(1)),
});

export type ImportForm = z.infer<typeof formSchema>;
type Column = ImportForm['columns'][number];

/** What is wrong with a form, where in it. */
export interface FormProblem {
  readonly at: string;
  readonly kind:
    | 'notJson'
    | 'shape'
    | 'missing'
    | 'unknownKeys'
    | 'oneOf'
    | 'column'
    | 'figure'
    | 'table'
    | 'edition'
    | 'rows'
    | 'code'
    | 'sameCode';
  readonly detail: string;
}

type ParsedForm =
  { readonly ok: true; readonly form: ImportForm } | { readonly ok: false; readonly problems: readonly FormProblem[] };

const failure = (problems: readonly FormProblem[]): ParsedForm => ({ ok: false, problems });

/** The line at which a text is no JSON, as far as that can be told; ''. */
function lineOf(error: unknown, text: string): string {
  const at = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1];
  if (at !== undefined) return String(text.slice(0, Number(at)).split('\n').length);
  // Marks that an input method types, which are none of JSON.
  const line = text.split('\n').findIndex((one) => /[“”：，｛｝［］]/u.test(one.replace(/"[^"]*"/gu, '')));
  return line === -1 ? '' : String(line + 1);
}

/** Reads a form and says what in it nobody can follow. `findEdition`: the editions that are known. */
export function parseForm(text: string, findEdition: (id: string) => Edition | undefined): ParsedForm {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    return failure([{ at: '', kind: 'notJson', detail: lineOf(error, text) }]);
  }
  const parsed = formSchema.safeParse(data);
  if (!parsed.success) {
    return failure(parsed.error.issues.map((issue) => shapeProblem(issue, data)));
  }
  const form = parsed.data;
  const edition = findEdition(form.edition);
  if (edition === undefined) return failure([{ at: 'edition', kind: 'edition', detail: form.edition }]);
  const problems = [
    ...form.columns.flatMap((column, at) => columnProblems(column, `columns.${at}`, form, edition)),
    ...Object.keys(form.codes).flatMap((id): FormProblem[] =>
      findFigure(edition, id) === undefined ? [{ at: `codes.${id}`, kind: 'code', detail: id }] : [],
    ),
    ...sameCodes(form),
  ];
  return problems.length > 0 ? failure(problems) : { ok: true, form };
}

/** A platform would take one of two figures for the other. */
function sameCodes({ codes }: ImportForm): FormProblem[] {
  const first = new Map<string, string>();
  return Object.entries(codes).flatMap(([id, code]): FormProblem[] => {
    if (!first.has(code)) first.set(code, id);
    return first.get(code) === id ? [] : [{ at: `codes.${id}`, kind: 'sameCode', detail: code }];
  });
}

type Issue = z.core.$ZodIssue;

/** What is wrong with the writing, without the library's own words: these are in one language. */
function shapeProblem(issue: Issue, data: unknown): FormProblem {
  const at = issue.path.join('.');
  const is = issue.path.reduce<unknown>(
    (within, key) =>
      typeof within === 'object' && within !== null ? (within as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
  if (is === undefined) return { at, kind: 'missing', detail: '' };
  switch (issue.code) {
    case 'unrecognized_keys':
      return { at, kind: 'unknownKeys', detail: issue.keys.join(', ') };
    case 'invalid_value':
      return { at, kind: 'oneOf', detail: issue.values.map((value) => JSON.stringify(value)).join(', ') };
    case 'invalid_union':
      return { at, kind: 'column', detail: '' };
    default:
      return { at, kind: 'shape', detail: '' };
  }
}

function columnProblems(column: Column, at: string, { rows }: ImportForm, edition: Edition): FormProblem[] {
  if ('figure' in column && findFigure(edition, column.figure) === undefined)
    return [{ at, kind: 'figure', detail: column.figure }];
  if ('figures' in column && !edition.tables.some(({ id }) => id === column.figures))
    return [{ at, kind: 'table', detail: column.figures }];
  // A value of one figure has no place in a row of another, and none in a row of all.
  const isMisplaced =
    rows === 'units' ? 'take' in column && isOfFigure(column.take) : 'figure' in column || 'figures' in column;
  return isMisplaced ? [{ at, kind: 'rows', detail: rows }] : [];
}

type Row = Pick<UnitRow, 'listed'> & { readonly received: Received };

/** A figure that has a number: `unit`, which nobody can write in the form's unit of money; `unread`, which was not read. */
export interface UnwrittenFigure {
  readonly unit: string;
  readonly figure: Figure;
  readonly reason: 'unit' | 'unread';
}

function valueFor(form: ImportForm, figure: Figure, received: Received): SheetValue | null {
  const value = valueOf(received, figure.id);
  if (value === null) return received.unread.includes(figure.id) ? null : form.blank;
  if (figure.kind !== 'amount' || value === 0) return value;
  const shift = shiftOf(figure, received);
  if (shift === null) return null;
  const exact = scaled(value, shift) * (form.amounts === 'yuan' ? 10_000n : 1n);
  return unscaled(exact);
}

const unitCells: Readonly<Record<(typeof ofUnit)[number], (row: Row) => SheetValue>> = {
  unit: ({ listed, received }) => plainName(listed?.name ?? nameOf(received)),
  kind: ({ listed }) => listed?.kind ?? '',
  level: ({ listed }) => listed?.level ?? '',
  year: ({ received }) => received.year ?? '',
  edition: ({ received }) => received.edition,
  source: ({ received }) => received.source,
};

type FigureCell = (figure: Figure, form: ImportForm, row: Row, edition: Edition) => SheetValue | null;

const figureCells: Readonly<Record<(typeof ofFigure)[number], FigureCell>> = {
  figure: ({ id }) => id,
  figureName: (figure) => figureName(figure),
  table: ({ table }, _form, _row, edition) => sectionTitle(edition, table),
  row: ({ rowLabels }) => rowLabels.join(' / '),
  column: ({ columnLabel }) => columnLabel,
  code: ({ id }, { codes }) => codes[id] ?? '',
  value: (figure, form, { received }) => valueFor(form, figure, received),
};

const isOfFigure = (take: keyof typeof unitCells | keyof typeof figureCells): take is keyof typeof figureCells =>
  take in figureCells;

function cellOf(
  form: ImportForm,
  column: Column,
  row: Row,
  figure: Figure | null,
  edition: Edition,
): SheetValue | null {
  if ('text' in column) return column.text;
  if (!('take' in column)) return null;
  const { take } = column;
  if (!isOfFigure(take)) return unitCells[take](row);
  return figure === null ? '' : figureCells[take](figure, form, row, edition);
}

/** One column of the form may be a whole table. */
const figuresIn = (column: Column, edition: Edition): readonly Figure[] =>
  'figures' in column
    ? figuresOf(edition).filter(({ table }) => table === column.figures)
    : 'figure' in column
      ? figuresOf(edition).filter(({ id }) => id === column.figure)
      : [];

/** The filled-in form as a sheet, and the figures that had to be left blank in it. */
export function fillForm(
  form: ImportForm,
  edition: Edition,
  rows: readonly Row[],
): { readonly sheet: SheetContent; readonly unwritten: readonly UnwrittenFigure[] } {
  const unwritten: UnwrittenFigure[] = [];
  const written = (value: SheetValue | null, row: Row, figure: Figure | null): SheetValue => {
    if (value === null && figure !== null) {
      const reason = valueOf(row.received, figure.id) === null ? 'unread' : 'unit';
      unwritten.push({ unit: nameOf(row.received), figure, reason });
    }
    return value ?? '';
  };
  const heads = form.columns.flatMap((column) =>
    'figures' in column ? figuresIn(column, edition).map(figureName) : [column.head],
  );
  const line = (row: Row, figure: Figure | null): SheetValue[] =>
    form.columns.flatMap((column) => {
      const figures = figuresIn(column, edition);
      return figures.length > 0
        ? figures.map((own) => written(valueFor(form, own, row.received), row, own))
        : [written(cellOf(form, column, row, figure, edition), row, figure)];
    });
  // A form that gives codes wants the figures that have one.
  const asked = figuresOf(edition).filter(({ id }) => Object.keys(form.codes).length === 0 || id in form.codes);
  const body = rows.flatMap((row) =>
    form.rows === 'units' ? [line(row, null)] : asked.map((figure) => line(row, figure)),
  );
  return {
    sheet: {
      name: form.sheet,
      widths: heads.map((head) => Math.min(40, Math.max(10, head.length * 2))),
      headerRows: 1,
      rows: [heads, ...body],
      paint: [],
    },
    unwritten,
  };
}
