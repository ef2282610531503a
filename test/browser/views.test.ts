/** Every view of the pane as the narrowest one shows it: nothing amiss for a screen reader, nothing beyond the edge. */
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { darkTheme } from '../../scripts/screens/darkTheme';
import { walkThroughThePane } from '../../scripts/screens/walk';
import { yearDue } from '../../src/taskpane/fill/draft';
import { en } from '../../src/taskpane/words/words.en';
import { zh } from '../../src/taskpane/words/words.zh';
import { workbooks } from './workbook';

const withWorkbook = workbooks();
const year = yearDue(new Date());
const narrow = 320;

test.each([
  ['zh, light', zh, '', undefined, 320],
  ['en, dark', en, '?language=en-US', darkTheme, 400],
] as const)(
  'in %s every view holds within 320 pixels, and a screen reader finds nothing amiss',
  async (_, words, query, script, width) => {
    await withWorkbook(
      async ({ page, pane }) => {
        await page.setViewportSize({ width: narrow, height: 640 });
        // Put in by the debugger, which the policy of the pane's page does not bind.
        await pane.evaluate(axe.source);
        const seen: string[] = [];
        await walkThroughThePane({
          page,
          pane,
          words,
          year,
          at: async (view) => {
            seen.push(view);
            const beyond = await pane.evaluate(() => {
              const edge = document.documentElement.clientWidth + 0.5;
              const boxes = [...document.querySelectorAll('body *')]
                .filter((element) => element.getBoundingClientRect().right > edge)
                .map((element) => element.outerHTML.slice(0, 160));
              // A text that is too long for its box runs over the edge where the box does not.
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const range = document.createRange();
              for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
                range.selectNodeContents(text);
                if (range.getBoundingClientRect().right > edge) boxes.push(text.nodeValue ?? '');
              }
              return boxes;
            });
            expect(beyond, view).toEqual([]);
            if (width > narrow) await page.setViewportSize({ width, height: 640 });
            // A colour on its way to another is no colour that anybody reads. One that is called off has arrived too.
            await pane.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)));
            const violations = await pane.evaluate(async () => {
              const result = await (window as unknown as { axe: typeof axe }).axe.run();
              return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
            });
            expect(violations, view).toEqual([]);
            if (width > narrow) await page.setViewportSize({ width: narrow, height: 640 });
          },
        });
        console.log(`${seen.length} views: ${seen.join(', ')}`);
      },
      query,
      script,
    );
  },
);
