/** Reads reports from an Excel workbook (.xlsx): values as they were last calculated. No formula is taken over. */
import { type Archive, ArchiveError } from '../../../containers/archive';
import { Budget } from '../../../containers/budget';
import { mainPart, ofBytes, type Relations, relationsOf } from '../../../containers/package';
import { parseXml } from '../../../containers/xml';
import { resultsSheetNames } from '../../../../report/sheet/workbook';
import type { ReadResult } from '../../../reading';
import { readSheets, type WorkbookSheet } from '../workbook';
import type { RichText } from '../fonts';
import { drawnOver } from './drawings';
import { readNoReport, readSheet, type SheetContext } from './xlsxSheet';
import { readStyles, type ShadeIn, shadesOf } from './xlsxStyles';
import { TextReader } from './xlsxText';

interface SheetEntry {
  readonly name: string;
  /** The relationship that leads to its part. */
  readonly id: string;
  readonly hidden: boolean;
}

interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly manual: boolean;
  readonly onLoad: boolean;
}

const nothing = (): undefined => undefined;

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';

const workbookIn = ofBytes((bytes): Workbook => {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  let manual = false;
  let onLoad = false;
  parseXml(bytes, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isTrue(attributes.get('date1904'));
      if (name === 'calcPr') {
        manual = attributes.get('calcMode') === 'manual';
        onLoad = isTrue(attributes.get('fullCalcOnLoad'));
      }
      if (name !== 'sheet') return;
      const hidden = ['hidden', 'veryHidden'].includes(attributes.get('state') ?? '');
      sheets.push({ name: attributes.get('name') ?? '', id: attributes.get('id') ?? '', hidden });
    },
    close: nothing,
    text: nothing,
  });
  return { sheets, date1904, manual, onLoad };
});

/** The sheets that are in the file, with their parts. */
function placed(sheets: readonly SheetEntry[], relations: Relations): (SheetEntry & { readonly part: string })[] {
  const parts = new Set<string>();
  return sheets.flatMap((sheet) => {
    const part = relations.byId(sheet.id);
    if (part === null) return [];
    // A few bytes would else be read as sheets without number.
    if (parts.has(part.toLowerCase())) throw new ArchiveError('unsafe', 'sheets that share one part', 'count');
    parts.add(part.toLowerCase());
    return [{ ...sheet, part }];
  });
}

/** Texts that cells share. */
function sharedStrings(bytes: Uint8Array | null, shadeIn: ShadeIn): RichText[] {
  const strings: RichText[] = [];
  if (bytes === null) return strings;
  const reader = new TextReader(shadeIn);
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

const verdicts: readonly string[] = Object.values(resultsSheetNames);

/**
 * The sheets of a workbook in their order. `reports`: only these are wanted, and of a sheet that we make anew with every
 * workbook no more than what it is known by. Throws an ArchiveError.
 */
export function sheetsOf(archive: Archive, budget: Budget, reports = false): WorkbookSheet[] {
  const main = mainPart(archive) ?? 'xl/workbook.xml';
  const bytes = archive.readAlike(main);
  if (bytes === null) throw new ArchiveError('broken', `no ${main} inside`);
  const relations = relationsOf(archive, main);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const placeOf = (kind: string): string => relations.ofKind(kind) ?? `${folder}${kind}.xml`;
  const { sheets, date1904, manual, onLoad } = workbookIn(bytes);
  const own = placed(sheets, relations);
  const stylesPart = archive.readAlike(placeOf('styles'));
  const theme = (): Uint8Array | null => archive.readAlike(placeOf('theme'));
  const shadeIn = shadesOf(stylesPart, theme);
  const context: SheetContext = {
    strings: sharedStrings(archive.read(placeOf('sharedStrings')), shadeIn),
    shadeIn,
    styles: readStyles(stylesPart, theme),
    date1904,
    manual,
    onLoad,
  };
  return own.flatMap(({ name, part, hidden }) => {
    const sheet = archive.read(part);
    if (sheet === null) return [];
    const known = reports && verdicts.includes(name) ? readNoReport(sheet, context, budget) : null;
    const builder = known ?? readSheet(sheet, context, budget);
    if (known === null) for (const drawn of drawnOver(archive, part, sheet)) builder.drawOver(drawn);
    return [builder.sheet(name, hidden)];
  });
}

/** Throws an ArchiveError where the file is not what it should be. */
export function readXlsx(archive: Archive): ReadResult {
  const budget = new Budget();
  return readSheets(sheetsOf(archive, budget, true), budget);
}
