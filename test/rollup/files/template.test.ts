/** The empty template, filled by hand with faulty figures in another program, against the check in memory. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { a1 } from '../../../src/report/a1';
import type { Edition } from '../../../src/report/edition';
import { editions } from '../../../src/report/editions';
import { figuresOf, type Entry, type FigureId } from '../../../src/report/figures';
import { sheetLayout } from '../../../src/report/sheet/sheet';
import { paintColours, type PaintStyle } from '../../../src/report/sheet/workbook';
import { reportWorkbook } from '../../../src/papers/workbook';
import { check } from '../../../src/rules/check';
import { totalFormulas } from '../../../src/rules/sums/formula';
import { identitiesOf } from '../../../src/rules/sums/identities';
import { state } from '../../../src/rules/sums/numeric';
import { hasLibreOffice } from '../../libreOffice';
import { hasOoxmlValidator, ooxmlFaults } from '../../ooxml';
import { moved, statesOf } from '../../rules/engines/formulaBook';
import { newModel } from '../../rules/engines/ironcalc';
import { sampleReport } from '../../write/samples';
import { readPaint, readWorkbook } from '../../write/xlsxCells';
import { expectVerdicts } from './verdicts';

/** What a clerk types: most figures right, some left out, some wrong, some no figures at all. Totals are left to the file. */
function typedEntries(edition: Edition): Map<FigureId, Entry> {
  const report = sampleReport(edition.id);
  const totals = totalFormulas(edition, sheetLayout(edition).figures);
  const entries = new Map<FigureId, Entry>();
  for (const { id } of figuresOf(edition)) {
    const value = report.figures[id] ?? null;
    if (!totals.has(id) && value !== null) entries.set(id, { kind: 'number', value });
  }
  const number = (id: FigureId, value: number): void => void entries.set(id, { kind: 'number', value });
  number('applications.carriedOut.person', 17);
  number('applications.granted.research', -1);
  number('applications.received.legalService', 2.5);
  number('applications.total.enterprise', 999);
  number('review.litigationAfterReconsideration.total', 1);
  entries.delete('applications.denied.stateSecret.otherOrganization');
  entries.delete('review.directLitigation.pending');
  entries.set('review.reconsideration.corrected', { kind: 'text', text: '3件', number: 3 });
  return entries;
}

/** The file with these entries typed into its cells, over a formula where there is one. */
function typeInto(bytes: Uint8Array, edition: Edition, entries: ReadonlyMap<FigureId, Entry>): Uint8Array {
  const parts = unzipSync(bytes);
  const name = 'xl/worksheets/sheet1.xml';
  let xml = strFromU8(parts[name] ?? new Uint8Array());
  for (const [id, { row, column }] of sheetLayout(edition).figures) {
    const entry = entries.get(id);
    if (entry === undefined) continue;
    const cell = new RegExp(`<c r="${a1(row, column)}" s="(\\d+)"(?:/>|[^>]*>.*?</c>)`, 'u');
    expect(xml).toMatch(cell);
    xml = xml.replace(cell, (_, style: string) =>
      entry.kind === 'number'
        ? `<c r="${a1(row, column)}" s="${style}"><v>${entry.value}</v></c>`
        : `<c r="${a1(row, column)}" s="${style}" t="inlineStr"><is><t>${entry.kind === 'text' ? entry.text : ''}</t></is></c>`,
    );
  }
  return zipSync({ ...parts, [name]: strToU8(xml) });
}

interface Filled {
  readonly bytes: Uint8Array;
  /** What stands in the cells once the totals are calculated: the input of the check. */
  readonly entries: ReadonlyMap<FigureId, Entry>;
  /** The colour of each figure's cell, by the conditional formats of the file. */
  readonly fills: ReadonlyMap<FigureId, string | null>;
}

function fill(edition: Edition): Filled {
  const template = reportWorkbook({
    edition,
    year: 2025,
    unit: '云溪县林业局',
    report: null,
    totals: 'formulas',
    language: 'zh',
  });
  const bytes = typeInto(template, edition, typedEntries(edition));
  const [tables] = readWorkbook(bytes);
  if (tables === undefined) throw new Error('no sheet');
  const model = newModel();
  model.pauseEvaluation();
  const figures = sheetLayout(edition).figures;
  for (const { row, column } of figures.values()) {
    const cell = tables.cells.get(a1(row, column));
    const value = cell?.value ?? '';
    const input =
      cell?.formula == null ? (typeof value === 'number' ? String(value) : value && `'${value}`) : `=${cell.formula}`;
    model.setUserInput(0, row + 1, column + 1, input);
  }
  // Each conditional format, written out for each cell of its range, in the order of its priority.
  const painted = new Map<string, { readonly at: number; readonly fill: string }[]>();
  let at = 1;
  for (const { range, formula, fill: colour } of readPaint(bytes, tables).sort((a, b) => a.priority - b.priority)) {
    const corners = [...range.matchAll(/([A-Z]+)(\d+)/gu)].map(
      ([, letters = '', row]) =>
        [Number(row), [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0)] as const,
    );
    const [from = [0, 0], to = from] = corners;
    for (let row = from[0]; row <= to[0]; row += 1)
      for (let column = from[1]; column <= to[1]; column += 1) {
        model.setUserInput(0, 500, at, moved(formula, row - from[0], column - from[1]).replaceAll('$', ''));
        const key = a1(row - 1, column - 1);
        painted.set(key, [...(painted.get(key) ?? []), { at, fill: colour ?? 'none' }]);
        at += 1;
      }
  }
  model.evaluate();
  const shown = (row: number, column: number): string => model.getFormattedCellValue(0, row, column);
  const typed = typedEntries(edition);
  const entries = new Map<FigureId, Entry>();
  for (const [id, { row, column }] of figures) {
    const text = shown(row + 1, column + 1);
    const calculated: Entry = text === '' ? { kind: 'blank' } : { kind: 'number', value: Number(text) };
    entries.set(id, typed.get(id) ?? calculated);
  }
  const fills = new Map(
    [...figures].map(([id, { row, column }]) => [
      id,
      painted.get(a1(row, column))?.find((one) => shown(500, one.at) === 'TRUE')?.fill ?? null,
    ]),
  );
  return { bytes, entries, fills };
}

/** What the check in memory says of each figure's cell: where an identity that it finds broken is shown, what is no figure, what is blank. */
function expectedStyles(edition: Edition, entries: ReadonlyMap<FigureId, Entry>): Map<FigureId, PaintStyle> {
  const styles = new Map<FigureId, PaintStyle>();
  for (const { id } of figuresOf(edition)) if (entries.get(id)?.kind === 'blank') styles.set(id, 'blank');
  const findings = check({ edition, year: 2025, unit: '云溪县林业局', entries });
  for (const { rule, figures } of findings.flatMap((one) => [one, ...one.folded]))
    if (['TEXT', 'T1-SIGN', 'INT'].includes(rule)) for (const id of figures) styles.set(id, 'invalid');
  const states = statesOf(edition, entries);
  identitiesOf(edition).forEach(({ family, left, right }, index) => {
    if (states[index] !== state.broken) return;
    for (const figure of [...left, ...right])
      if (family.painted.includes(family.along === 'column' ? figure.row : figure.column))
        styles.set(figure.id, 'broken');
  });
  return styles;
}

describe.each(editions.map((edition) => [edition.id, edition] as const))(
  'the template of edition %s, filled with slips',
  (_, edition) => {
    const { bytes, entries, fills } = fill(edition);

    test('its conditional formats, read back and evaluated, paint the cells of which the check in memory says so', () => {
      const styles = expectedStyles(edition, entries);
      const expected = [...fills.keys()].map((id) => {
        const style = styles.get(id);
        return [id, style === undefined ? null : `FF${paintColours[style].fill.slice(1)}`];
      });
      expect([...fills]).toEqual(expected);
      expect(new Set(styles.values())).toEqual(new Set(['broken', 'invalid', 'blank']));
    });

    test('the labels of the longest table stay in sight', () => {
      const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
      const first = sheetLayout(edition).figures.get('applications.received.person')?.column ?? 0;
      const pane = `<pane xSplit="${first}" topLeftCell="${a1(0, first)}" activePane="topRight" state="frozen"/>`;
      expect(xml).toContain(pane);
    });

    test.skipIf(!hasOoxmlValidator)('it passes the validator', async () => {
      expect(await ooxmlFaults('t.xlsx', bytes)).toEqual([]);
    });

    test.skipIf(!hasLibreOffice)('校验结果, recalculated by LibreOffice, says what the check in memory says', () =>
      expectVerdicts(bytes, statesOf(edition, entries)),
    );
  },
);
