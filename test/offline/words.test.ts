/** What the pane says on the offline page, where there is no Excel and no workbook. */
import { expect, test } from 'vitest';
import { enHere } from '../../src/offline/words/paneWords.en';
import { zhHere } from '../../src/offline/words/paneWords.zh';
import { en as enPage } from '../../src/offline/words/words.en';
import { zh as zhPage } from '../../src/offline/words/words.zh';
import { en } from '../../src/taskpane/words/words.en';
import { zh } from '../../src/taskpane/words/words.zh';

/** Each sentence with where it stands. Of one that is made, all that its function says. */
function sentences(words: object, at = ''): [where: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const where = at === '' ? key : `${at}.${key}`;
    // Names in the code of a function are not said.
    if (typeof value === 'function') {
      const code = String(value).replace(/^\([^)]*\) =>/u, '');
      return [[where, code.replace(/\$\{[^}]*\}/gu, '…')]];
    }
    if (typeof value === 'string') return [[where, value]];
    return value !== null && typeof value === 'object' ? sentences(value as object, where) : [];
  });
}

/**
 * Never said there: a book of our own is never edited by others, hidden, protected or calculated by hand, it can always be read,
 * its formats are its own, and files leave it as downloads.
 */
const unsaid = [
  ...[
    'troubles',
    'notReadYet',
    'welcome.unread',
    'save',
    'status.hidden',
    'status.manualCalculation',
    'writeFailures.protected',
  ],
  ...['writeFailures.editing', 'writeFailures.changedMeanwhile', 'writeFailures.notPutBack'],
  ...['writeFailures.leftOver', 'check.formats', 'check.ofUnitsUnread'],
  ...['county.keptUnread', 'county.sheetsUnread', 'county.sheetsNotTaken', 'county.sheetsTooLarge'],
];
/** Names of kinds of files. */
const kinds = [
  ...['county.makeBook', 'welcome.file', 'welcome.elsewhere', 'export.formats.template', 'takeaway.csvHint'],
  'importing.beside',
];

test.each([
  ['zh', zhHere(zh), /工作表|工作簿|Excel/u],
  ['en', enHere(en), /\b(?:work)?sheets?\b|workbook|Excel/iu],
] as const)('in %s, nothing speaks of a sheet, a workbook or Excel but the kinds of files', (_, words, foreign) => {
  const found = sentences(words).filter(
    ([where, text]) => !unsaid.some((one) => where.startsWith(one)) && !kinds.includes(where) && foreign.test(text),
  );
  expect(found).toEqual([]);
});

test.each([
  ['zh', [zhHere(zh), zhPage], /[左右]侧|左边的年报|右边的窗格/u],
  ['en', [enHere(en), enPage], /\bon the (?:left|right)\b|\bthe left one\b/iu],
] as const)(
  'in %s, nothing says on which side the form or the pane is: in a narrow window one stands above the other',
  (_, all, sides) => {
    expect(all.flatMap((words) => sentences(words)).filter(([, text]) => sides.test(text))).toEqual([]);
  },
);

test('the page has a guide of its own: no link leads out of it', () => {
  expect([zhHere(zh).guidePage, enHere(en).guidePage]).toEqual(['', '']);
});

test.each([
  ['zh', [zhHere(zh), zhPage], /关闭(?:本)?窗格/u],
  ['en', [enHere(en), enPage], /pane is closed|clos\w+ the pane/iu],
] as const)('in %s, nothing speaks of closing the pane: it is closed with the page', (_, all, closing) => {
  expect(all.flatMap((words) => sentences(words)).filter(([, text]) => closing.test(text))).toEqual([]);
});
