/**
 * The sheet 校验说明: reasons, doubts and remarks, and what kind of body the unit is, as rows that everyone can see.
 * Nothing of a report lives only in the pane. One sheet serves every report of a workbook.
 */
import { dateText, dayOf, dayOfCell, isoDay } from '../closing';
import type { Edition } from '../edition';
import { type FigureId, findFigure, nameOfFigure } from '../figures';
import type { Explanation, Report } from '../report';
import { aroundNotes } from './around';
import type { SheetContent } from './workbook';

export const notesSheetName = '校验说明';

/** Header of the sheet. The last column is what the row is found again by; people read the others. */
export const notesHeader = ['单位', '年度', '类别', '规则', '栏目', '说明', '对应数值（请勿修改）'] as const;
/** Widths in characters. */
const notesWidths = [24, 8, 10, 12, 36, 60, 30] as const;

const categories = { explanation: '已说明', mark: '存疑', printedAsNone: '备注', unit: '单位信息' } as const;

const markStates = { unread: '未读到', printedAsNone: '原文为“无”“/”等，按 0 计', unitUnknown: '单位不明' } as const;
type MarkState = keyof typeof markStates;

const unitFields = { kind: '单位类别', level: '行政层级', creditCode: '统一社会信用代码' } as const;
type UnitField = keyof typeof unitFields;

const contactField = '联系方式';
const closingFields = { unit: '落款单位', date: '落款日期' } as const;
/** A report that is signed by the name that its title has. */
const ownName = '同单位名称';

const unitKindWords = {
  government: '政府',
  department: '政府部门',
  town: '乡镇',
  street: '街道',
  other: '其他',
} as const;
const unitLevelWords = {
  national: '国家级',
  province: '省级',
  city: '市级',
  county: '县级',
  town: '乡级',
} as const;

export type NoteRow = readonly [string, string, string, string, string, string, string];

const keyOf = <Key extends string>(words: Readonly<Record<Key, string>>, word: string): Key | undefined =>
  (Object.keys(words) as Key[]).find((key) => words[key] === word);

const printValue = (value: number | null): string => (value === null ? '' : String(value));
const parseValue = (text: string): number | null => (text === '' || Number.isNaN(Number(text)) ? null : Number(text));

/** The rows of a report on the sheet. */
export function noteRows(edition: Edition, report: Report): NoteRow[] {
  const start = [report.unit.name ?? '', printValue(report.year)] as const;
  const unit = (['kind', 'level', 'creditCode'] as const).flatMap((field): NoteRow[] => {
    const value = report.unit[field];
    if (value === null) return [];
    const words: string =
      field === 'kind'
        ? unitKindWords[value as keyof typeof unitKindWords]
        : field === 'level'
          ? unitLevelWords[value as keyof typeof unitLevelWords]
          : value;
    return [[...start, categories.unit, unitFields[field], '', words, '']];
  });
  const marks = markRows(edition, report, start);
  const explanations = report.explanations.map((one): NoteRow => {
    const values = one.figures.map((id) => `${id}=${printValue(one.values[id] ?? null)}`).join(';');
    return [
      ...start,
      categories.explanation,
      one.rule,
      one.figures.map((id) => nameOfFigure(edition, id)).join('、'),
      one.text,
      values,
    ];
  });
  return [...unit, ...closingRows(report, start), ...marks, ...explanations];
}

type RowStart = readonly [unit: string, year: string];

/** How the office is reached and the report is signed. The row of the day is there though it is not known yet: it is to be filled in. */
function closingRows({ contact, closing }: Report, start: RowStart): NoteRow[] {
  const reached: NoteRow[] = contact === undefined ? [] : [[...start, categories.unit, contactField, '', contact, '']];
  if (closing === undefined) return reached;
  const date = closing.date === null ? null : dayOf(closing.date);
  return [
    ...reached,
    [...start, categories.unit, closingFields.unit, '', closing.unit ?? ownName, ''],
    [...start, categories.unit, closingFields.date, '', date === null ? '' : dateText(date), ''],
  ];
}

const markRows = (edition: Edition, report: Report, start: RowStart): NoteRow[] =>
  Object.entries(report.marks).flatMap(([id, mark]): NoteRow[] =>
    mark === undefined
      ? []
      : [
          [
            ...start,
            mark.state === 'printedAsNone' ? categories.printedAsNone : categories.mark,
            markStates[mark.state],
            nameOfFigure(edition, id),
            mark.source ?? '',
            id,
          ],
        ],
  );

/** The field of the unit that a row is about; `null` for any other row. */
const fieldOf = (row: readonly string[]): string | null => (row[2] === categories.unit ? (row[3] ?? '') : null);

/** A row as text: a day that Excel holds as a number in words, a cut row as wide as the header. */
function textsOf(cells: readonly unknown[]): string[] {
  const row = Array.from({ length: Math.max(cells.length, notesHeader.length) }, (_, at) => String(cells[at] ?? ''));
  const date = fieldOf(row) === closingFields.date ? dayOfCell((row[5] ?? '').trim()) : null;
  return date === null ? row : row.with(5, dateText(date));
}

/** Rows beneath the header of a sheet 校验说明, as text; none on any other sheet. */
export function notesIn(values: readonly (readonly unknown[])[]): string[][] {
  const header = values.findIndex((row) => notesHeader.every((title, column) => String(row[column] ?? '') === title));
  if (header === -1) return [];
  const rows = values.slice(header + 1).map(textsOf);
  return rows.filter((row) => row.some((text) => text !== ''));
}

/** Whether a row belongs to this report. */
const isNoteOf = (row: readonly string[], unit: string | null, year: number | null): boolean =>
  row[0] === (unit ?? '') && row[1] === printValue(year);

/**
 * Adds to a report what the rows say of it. Rows of other reports, and rows that a hand has made unreadable, are passed
 * over. A mark holds only while its figure is as it was left: blank where it could not be read, 0 where it stood as none.
 */
export function applyNotes(edition: Edition, report: Report, rows: readonly (readonly string[])[]): Report {
  const noted: Report = {
    ...report,
    unit: { ...report.unit },
    marks: { ...report.marks },
    explanations: [...report.explanations],
  };
  for (const row of rows) {
    if (!isNoteOf(row, report.unit.name, report.year)) continue;
    const [, , category = '', rule = '', , text = ''] = row;
    if (category === categories.unit) {
      applyUnit(noted, rule, text);
      applyClosing(noted, rule, text);
    } else if (category === categories.explanation) {
      const explanation = explanationIn(edition, row);
      if (explanation !== null && text !== '') noted.explanations.push(explanation);
    } else {
      const mark = markIn(edition, row);
      if (mark !== null) applyMark(noted, mark.state, text, mark.id);
    }
  }
  return noted;
}

function applyUnit(report: Report, name: string, text: string): void {
  const field: UnitField | undefined = keyOf(unitFields, name);
  if (field === 'kind') report.unit.kind = keyOf(unitKindWords, text) ?? null;
  if (field === 'level') report.unit.level = keyOf(unitLevelWords, text) ?? null;
  if (field === 'creditCode' && text !== '') report.unit.creditCode = text;
}

function applyClosing(report: Report, name: string, text: string): void {
  const known = report.closing ?? { unit: null, date: null };
  const plain = text.trim();
  if (name === contactField && plain !== '') report.contact = text;
  if (name === closingFields.unit) report.closing = { ...known, unit: [ownName, ''].includes(plain) ? null : plain };
  if (name !== closingFields.date) return;
  const date = dayOfCell(plain);
  report.closing = { ...known, date: date === null ? null : isoDay(date) };
}

/** The reason that a row gives; `null` where its figures cannot be known. */
function explanationIn(edition: Edition, row: readonly string[]): Explanation | null {
  const [, , , rule = '', , text = '', key = ''] = row;
  const pairs = key.split(';').map((pair) => pair.split('='));
  const figures = pairs.map(([id = '']) => id).filter((id) => findFigure(edition, id) !== undefined);
  if (rule === '' || figures.length !== pairs.length) return null;
  const values = Object.fromEntries(pairs.map(([id = '', value = '']) => [id, parseValue(value)]));
  return { rule, figures, values, text };
}

/** The mark that a row sets; `null` where its figure or what is said of it cannot be known. */
function markIn(edition: Edition, row: readonly string[]): { readonly state: MarkState; readonly id: FigureId } | null {
  const [, , , words = '', , , id = ''] = row;
  const state = keyOf(markStates, words);
  return state === undefined || findFigure(edition, id) === undefined ? null : { state, id };
}

function applyMark(report: Report, state: MarkState, text: string, id: string): void {
  const value = report.figures[id] ?? null;
  const holds = state === 'unread' ? value === null : state === 'printedAsNone' ? value === 0 : value !== null;
  if (holds) report.marks[id] = { state, source: text === '' ? null : text };
}

/** Whether a field of the unit says what the pane can take up; a blank one says nothing. */
function isFieldRead(name: string, text: string): boolean {
  const plain = text.trim();
  if (name === unitFields.kind) return plain === '' || keyOf(unitKindWords, text) !== undefined;
  if (name === unitFields.level) return plain === '' || keyOf(unitLevelWords, text) !== undefined;
  if (name === closingFields.date) return plain === '' || dayOfCell(plain) !== null;
  return [unitFields.creditCode, contactField, closingFields.unit].includes(name);
}

/** Whether a row says something of a report that `applyNotes` takes up, or would if its figure still stood as it was. */
function isRead(edition: Edition, row: readonly string[]): boolean {
  const [, , category = '', rule = '', , text = ''] = row;
  if (category === categories.unit) return isFieldRead(rule, text);
  // Whoever empties a reason takes it back.
  if (category === categories.explanation) return text === '' || explanationIn(edition, row) !== null;
  return markIn(edition, row) !== null;
}

/** What a row of a report says something of, whatever it says: by this it is found again. The most exact first. */
const namesOf = ([, , category = '', rule = '', , , key = '']: readonly string[]): string[] =>
  category === categories.explanation
    ? [key, key.replace(/=[^;]*/gu, '')].map((figures) => JSON.stringify([category, rule, figures]))
    : [JSON.stringify(category === categories.unit ? [category, rule] : [category, key])];

/** The sheet with these rows and no others. */
export const notesContent = (rows: readonly (readonly string[])[]): SheetContent => ({
  name: notesSheetName,
  widths: notesWidths,
  headerRows: 1,
  rows: [notesHeader, ...rows],
  paint: [],
});

/**
 * The sheet once the rows of a report are written anew. Rows of other reports stay as they are, and so does what a person
 * wrote beside a row, and of this report what nobody can read, until the same is said in words that can be.
 * @param was the name of its unit until now
 * @param there what stands on the sheet, from A1
 */
export function notesAnew(
  edition: Edition,
  report: Report,
  was: string | null,
  there: readonly (readonly unknown[])[],
): SheetContent {
  const { unit, year } = report;
  const isOwn = (row: readonly string[]): boolean => isNoteOf(row, unit.name, year) || isNoteOf(row, was, year);
  const anew = noteRows(edition, report);
  const said = new Set(anew.flatMap((row) => (row[5] === '' ? [] : (fieldOf(row) ?? []))));
  const stays = (row: readonly string[]): boolean =>
    !isOwn(row) || (!isRead(edition, row) && !said.has(fieldOf(row) ?? ''));
  const standing = there.map(textsOf).filter((row) => isNoteOf(row, unit.name, year) && stays(row));
  const unread = new Set(standing.flatMap((row) => fieldOf(row) ?? []));
  const rows = anew.filter((row) => row[5] !== '' || !unread.has(fieldOf(row) ?? ''));
  if (there.length === 0) return notesContent(rows);
  return aroundNotes(notesContent(rows), there, {
    keysOf: (row) => (stays(textsOf(row)) ? [] : namesOf(textsOf(row))),
    // Beside a note: whose it was. It says nothing any more.
    leftOf: (row, isNoted) => (isNoted ? textsOf(row).slice(0, 5) : null),
  });
}

/**
 * The sheet without rows that still stand there as they were written.
 * @returns `missing`: how many of them are no longer there like that; `content`: what is left to write, `null` where that is nothing
 */
export function notesWithout(
  written: readonly NoteRow[],
  there: readonly (readonly unknown[])[],
): { readonly missing: number; readonly content: SheetContent | null } {
  const keyOfRow = (row: readonly string[]): string => JSON.stringify(row.slice(0, notesHeader.length));
  const wanted = new Set(written.map(keyOfRow));
  const standing = new Set(there.map((row) => keyOfRow(textsOf(row))));
  const content = aroundNotes(notesContent([]), there, {
    keysOf: (row) => (wanted.has(keyOfRow(textsOf(row))) ? [keyOfRow(textsOf(row))] : []),
    leftOf: (_, isNoted) => (isNoted ? [''] : null),
  });
  const isBare = content.rows.length === 1 && content.around?.size === 0;
  return { missing: [...wanted].filter((key) => !standing.has(key)).length, content: isBare ? null : content };
}

/** Two explanations of the same finding: the later one counts. */
const sameMatter = (one: Explanation, other: Explanation): boolean =>
  one.rule === other.rule && one.figures.join() === other.figures.join();

/** The report with a reason for a finding, in place of one that was given for it before. */
export const explained = (report: Report, explanation: Explanation): Report => ({
  ...report,
  explanations: [...report.explanations.filter((one) => !sameMatter(one, explanation)), explanation],
});
