/** What a person reads of a place in a source, in either language. */
import { a1 } from '../report/a1';
import type { Edition, TableId } from '../report/edition';
import type { Language } from '../report/language';
import type { SourcePlace } from './doubt';

interface PlaceWords {
  /** `section`: which section of the form the table stands in, from 1. */
  readonly table: (section: number) => string;
  readonly cell: (sheet: string, address: string) => string;
  readonly line: (line: number) => string;
  readonly row: (nth: number, row: number) => string;
  readonly and: string;
}

const languages: Readonly<Record<Language, PlaceWords>> = {
  zh: {
    table: (section) => `第${'一二三四五六七八九'.charAt(section - 1)}部分表格`,
    cell: (sheet, address) => `工作表“${sheet}”${address}`,
    line: (line) => `原文第 ${line} 行`,
    row: (nth, row) => `原文第 ${nth} 个表第 ${row} 行`,
    and: '，',
  },
  en: {
    table: (section) => `table of section ${section}`,
    cell: (sheet, address) => `sheet “${sheet}”, ${address}`,
    line: (line) => `line ${line} of the source`,
    row: (nth, row) => `table ${nth} of the source, row ${row}`,
    and: ', ',
  },
};

const sectionOf = (edition: Edition, table: TableId): number =>
  edition.sections.findIndex(({ id }) => id === table) + 1;

/** 第三部分表格，原文第 23 行 */
export function placeText(place: SourcePlace, edition: Edition, language: Language): string {
  const words = languages[language];
  if (place.in === 'cell') return words.cell(place.sheet, a1(place.cell.row, place.cell.column));
  const where = place.in === 'line' ? words.line(place.line) : words.row(place.nth, place.row);
  return place.table === null ? where : `${words.table(sectionOf(edition, place.table))}${words.and}${where}`;
}
