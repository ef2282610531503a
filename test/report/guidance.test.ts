import { expect, test } from 'vitest';
import { guideOf } from '../../src/report/editions/guidance';
import { editions } from '../../src/report/editions';
import { figuresOf } from '../../src/report/figures';
import { cellValidation } from '../../src/report/validation';

test.each(editions)(
  'edition $id: help for every figure but those that no source defines, in both languages',
  (edition) => {
    const without = figuresOf(edition).filter(({ id }) => guideOf(edition, id) === undefined);
    // How many were made and published, of the edition of 2019: the form says no more than its labels.
    expect(new Set(without.map(({ column }) => column))).toEqual(
      new Set(edition.id === '2019' ? ['made', 'published', 'publicTotal', 'decisions'] : []),
    );
    for (const figure of figuresOf(edition)) {
      const guide = guideOf(edition, figure.id);
      if (guide === undefined) continue;
      expect(guide.counts.zh).toMatch(/。$/u);
      expect(guide.counts.en).toMatch(/\.$/u);
      expect(guide.article ?? '第一条').toMatch(/^第.+条/u);
      // What a sheet shows beside a cell is cut off after 255 characters.
      for (const language of ['zh', 'en'] as const) {
        const message = cellValidation[figure.kind].prompt[language] + guide.counts[language];
        expect(message.length).toBeLessThanOrEqual(255);
      }
    }
  },
);
