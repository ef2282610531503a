import { describe, expect, it } from 'vitest';
import { editions } from '../../../src/report/editions';
import { findFigure } from '../../../src/report/figures';
import { readHtml } from '../../../src/read/formats/html';
import { readText } from '../../../src/read/formats/text';
import { mutated, sourcesOf } from './fuzz';

const rounds = 600;

describe('a source damaged at random', () => {
  it('is read or refused, never fails, and names only figures that there are', () => {
    const sources = sourcesOf(editions);
    for (let seed = 0; seed < rounds; seed += 1) {
      const source = sources[seed % sources.length] ?? { html: false, text: '' };
      const text = mutated(source.text, seed);
      const result = source.html ? readHtml(text) : readText(text);
      for (const { edition, report, doubts } of result.ok ? result.readings : []) {
        for (const id of doubts.flatMap(({ figures }) => figures)) expect(findFigure(edition, id), id).toBeDefined();
        for (const [id, value] of Object.entries(report.figures)) {
          expect(value === null || Number.isFinite(value), id).toBe(true);
        }
      }
    }
  }, 60_000);
});
