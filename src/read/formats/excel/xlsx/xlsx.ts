/** Reads reports from an Excel workbook (.xlsx): values as they were last calculated. No formula is taken over. */
import { ArchiveError, type Archive } from '../../../containers/archive';
import { Budget } from '../../../containers/budget';
import { mainPart, relationsOf, type Relations } from '../../../containers/package';
import { parseXml } from '../../../containers/xml';
import type { ReadResult } from '../../../reading';
import { readSheets, type WorkbookSheet } from '../workbook';
import type { RichText } from '../fonts';
import { readSheet, type SheetContext } from './xlsxSheet';
import { readStyles } from './xlsxStyles';
import { TextReader } from './xlsxText';

interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly manual: boolean;
}

const nothing = (): undefined => undefined;

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';

function readWorkbook(bytes: Uint8Array, relations: Relations): Workbook {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  let manual = false;
  parseXml(bytes, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isTrue(attributes.get('date1904'));
      if (name === 'calcPr') manual = attributes.get('calcMode') === 'manual';
      if (name !== 'sheet') return;
      const part = relations.byId(attributes.get('id') ?? '');
      if (part === null) return;
      // A few bytes would else be read as sheets without number.
      if (sheets.some((sheet) => sheet.part.toLowerCase() === part.toLowerCase()))
        throw new ArchiveError('unsafe', 'sheets that share one part', 'count');
      const hidden = ['hidden', 'veryHidden'].includes(attributes.get('state') ?? '');
      sheets.push({ name: attributes.get('name') ?? '', part, hidden });
    },
    close: nothing,
    text: nothing,
  });
  return { sheets, date1904, manual };
}

/** Texts that cells share. */
function sharedStrings(bytes: Uint8Array | null): RichText[] {
  const strings: RichText[] = [];
  if (bytes === null) return strings;
  const reader = new TextReader();
  parseXml(bytes, {
    open(name, attributes) {
      if (name === 'si') reader.begin();
      else reader.open(name, attributes);
    },
    close(name) {
      if (name === 'si') strings.push(reader.take());
      else reader.close(name);
      return undefined;
    },
    text: (text) => reader.piece(text),
  });
  return strings;
}

/** The sheets of a workbook in their order. Throws an ArchiveError. */
export function sheetsOf(archive: Archive, budget: Budget): WorkbookSheet[] {
  const main = mainPart(archive) ?? 'xl/workbook.xml';
  const bytes = archive.read(main);
  if (bytes === null) throw new ArchiveError('broken', `no ${main} inside`);
  const relations = relationsOf(archive, main);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const beside = (kind: string): Uint8Array | null => archive.read(relations.ofKind(kind) ?? `${folder}${kind}.xml`);
  const { sheets, date1904, manual } = readWorkbook(bytes, relations);
  const context: SheetContext = {
    strings: sharedStrings(beside('sharedStrings')),
    looks: readStyles(beside('styles')),
    date1904,
    manual,
  };
  return sheets.flatMap(({ name, part, hidden }) => {
    const sheet = archive.read(part);
    return sheet === null ? [] : [readSheet(sheet, context, budget).sheet(name, hidden)];
  });
}

/** Throws an ArchiveError where the file is not what it should be. */
export function readXlsx(archive: Archive): ReadResult {
  const budget = new Budget();
  return readSheets(sheetsOf(archive, budget), budget);
}
