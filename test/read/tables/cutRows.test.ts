/** A page that ends between the label of a row and its figures: none is lost, and none is read beside another label. */
import { expect, it } from 'vitest';
import { readFile } from '../../../src/read/read';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf, type Figure } from '../../../src/report/figures';
import { printedRows } from '../files';
import { sampleOf } from '../noise/shapes';
import { only } from '../only';

const sample = sampleOf(edition2021, 2, (value) => String(value || 6));
const truth = new Map([...sample.truth].map(([id, value]) => [id, value || 6]));
const ids = figuresOf(edition2021).filter(({ table }) => table === 'applications');
const rows = printedRows(sample, true).map((row) => row.map(String));
const first = rows.findIndex(([label]) => label === '一、本年新收政府信息公开申请数量');
const last = first + 26;

const page = (all: readonly (readonly string[])[], breaks: ReadonlySet<number>): string =>
  all
    .map((row, at) =>
      row.length < 2
        ? `</table><p>${row.join('')}</p><table>`
        : `${breaks.has(at) ? '</table><table>' : ''}<tr><td>${row.join('</td><td>')}</td></tr>`,
    )
    .join('');

it.each(['all its figures', 'all but those that are blank'])('%s stand on the next page', async (what) => {
  const isKept = (column: number): boolean => what === 'all its figures' || column % 2 === 1;
  for (let cut = first + 1; cut < last; cut += 1) {
    const row = rows[cut] ?? [];
    const label = row.map((text, column) => (column < 3 ? text : ''));
    const figures = row.map((text, column) => (column < 3 || !isKept(column) ? '' : text));
    const drawn = [...rows.slice(0, cut), label, figures, ...rows.slice(cut + 1)];
    const reading = only(
      await readFile(
        '年报.html',
        new TextEncoder().encode(`<html><table>${page(drawn, new Set([cut + 1]))}</table></html>`),
      ),
    );
    const named = new Set(reading.doubts.flatMap((doubt) => doubt.figures));
    const isLost = ({ id }: Figure): boolean => reading.report.figures[id] !== truth.get(id) && !named.has(id);
    const at = (cut - first) * 7;
    const own = ids.slice(at, at + 7).filter((_, column) => isKept(column + 3));
    const others = [...ids.slice(0, at), ...ids.slice(at + 7)];
    expect([cut, [...own, ...others].filter(isLost)]).toEqual([cut, []]);
  }
});
