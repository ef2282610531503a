/** The offline page as a person has it: a file that is opened by double-click, with no network. */
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { headlessBrowser } from '../../../scripts/shared/browsers';
import { makeCounty } from '../../../scripts/units/units';
import { workbookOf } from '../../../src/papers/workbook';
import { readFile } from '../../../src/read/read';
import { totalsOf } from '../../../src/rules/sums/identities';
import type { Report } from '../../../src/report/report';
import { zhHere } from '../../../src/offline/words/paneWords.zh';
import { zh as said } from '../../../src/offline/words/words.zh';
import { zh as paneZh } from '../../../src/taskpane/words/words.zh';
import { writeHtml } from '../../../src/write/html/html';
import { writeJson } from '../../../src/write/json';
import { writeWord } from '../../../src/write/word/word';
import { hasLibreOffice, convert } from '../../libreOffice';
import { brokenReport, edition2021, soundReport } from '../../taskpane/samples';
import { projectRoot } from '../browser';

/** What the pane says on this page. */
const zh = zhHere(paneZh);
const address = pathToFileURL(path.join(projectRoot, 'dist/gouji-offline.html')).href;

let browser: Browser;
let context: BrowserContext;
let faults: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch(await headlessBrowser());
});
beforeEach(async () => {
  faults = [];
  context = await browser.newContext({ offline: true, locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
});
afterEach(async () => {
  await context.close();
  expect(faults).toEqual([]);
});
afterAll(async () => browser?.close());

/** Opens the page. Whatever the console says, and whatever is asked of the network, fails the test. */
async function open(before?: (page: Page) => Promise<void>): Promise<Page> {
  const page = await context.newPage();
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!/^(?:file|blob|data):/u.test(request.url())) faults.push(request.url());
  });
  await before?.(page);
  await page.goto(address);
  await page.getByRole('tablist').waitFor();
  return page;
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const figure = (page: Page, at: number) => page.locator('td.figure').nth(at);
const editorText = (page: Page) => page.locator('.cell-editor').inputValue();
const shown = (page: Page, count: number): Promise<string[]> =>
  page.locator('td.figure').evaluateAll((cells, end) => cells.slice(0, end).map((cell) => cell.textContent), count);

async function importFile(page: Page, way: RegExp, name: string, bytes: Uint8Array): Promise<void> {
  await button(page, way).first().click();
  await page.locator('#pane input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
  await button(page, zh.importing.fill).click();
  await page.locator('table.official').first().waitFor();
}

async function newReport(page: Page, unit = '云溪县林业局', year = '2025'): Promise<void> {
  await button(page, /^新建空白年报表|^新建年报表/u)
    .first()
    .click();
  await page.getByLabel('单位名称').fill(unit);
  await page.getByLabel('年度').fill(year);
  await button(page, '新建').click();
  await page.locator('table.official').first().waitFor();
}

/** What a screen reader would stumble over. */
async function amiss(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

async function pasteBlock(page: Page, text: string, markup = ''): Promise<void> {
  await page.locator('.cell-editor').evaluate(
    (editor, content) => {
      const data = new DataTransfer();
      data.setData('text/plain', content.text);
      if (content.markup !== '') data.setData('text/html', content.markup);
      editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    },
    { text, markup },
  );
}

/** Files that are chosen to be saved to, in place of the browser’s own window, which no test can press. */
const withPicker = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const files: Record<string, number[]> = {};
    const asked: string[] = [];
    Object.assign(window, {
      savedFiles: files,
      asked,
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => {
        asked.push(suggestedName);
        return {
          name: suggestedName,
          createWritable: async () => {
            if ('refuseWriting' in window && window.refuseWriting === true)
              throw new DOMException('不允许写入', 'NotAllowedError');
            return {
              write: async (bytes: Uint8Array) => {
                files[suggestedName] = [...bytes];
              },
              close: async () => undefined,
            };
          },
        };
      },
    });
  });
};
const withoutPicker = async (page: Page): Promise<void> => {
  await page.addInitScript(() => Object.assign(window, { showSaveFilePicker: undefined }));
};

async function readBack(name: string, bytes: Uint8Array): Promise<Report> {
  const result = await readFile(name, bytes);
  const [reading] = result.ok ? result.readings : [];
  if (reading === undefined) throw new Error(`${name} could not be read`);
  return reading.report;
}

describe('from a file and with no network', () => {
  test('last year’s Word file is read, and leaves as a published Word file with the same figures and words', async () => {
    const page = await open(withoutPicker);
    const last = soundReport(2024);
    await importFile(page, /^导入已有的/u, '2024.docx', writeWord(last, {}));
    expect(await page.locator('.report-title').textContent()).toBe('云溪县林业局2024年政府信息公开工作年度报告');
    expect(await page.locator('.section-text').first().inputValue()).toBe(last.narrative.overview.join('\n'));
    await page.getByRole('tab', { name: zh.tabs.export }).click();
    const downloading = page.waitForEvent('download');
    await button(page, new RegExp(`^${zh.export.formats.word}`, 'u')).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toMatch(/2024年.*\.docx$/u);
    const read = await readBack('out.docx', readFileSync(await file.path()));
    expect(read.figures).toEqual(last.figures);
    expect(read.narrative).toEqual(last.narrative);
  });

  test('the same without workers and without what JavaScript learned after Chromium 109 and Safari 16.0', async () => {
    const page = await open(async (opened) => {
      await withoutPicker(opened);
      await opened.addInitScript(() => {
        const newer: readonly [object, readonly PropertyKey[]][] = [
          [Array.prototype, ['toSorted', 'toReversed', 'toSpliced', 'with']],
          [Array, ['fromAsync']],
          [Object, ['groupBy']],
          [Map, ['groupBy']],
          [Promise, ['withResolvers', 'try']],
          [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom']],
          [String.prototype, ['isWellFormed', 'toWellFormed']],
          [ArrayBuffer.prototype, ['transfer', 'transferToFixedLength']],
          [URL, ['canParse', 'parse']],
          [Uint8Array.prototype, ['toBase64', 'toHex']],
          [AbortSignal, ['any']],
          [Navigator.prototype, ['userActivation']],
          [Intl, ['Segmenter']],
          // Safari walks no stream.
          [ReadableStream.prototype, ['values', Symbol.asyncIterator]],
          [window, ['Iterator', 'Worker', 'CompressionStream', 'DecompressionStream', 'OffscreenCanvas']],
          [window, ['requestIdleCallback', 'scheduler']],
        ];
        for (const [holder, names] of newer) for (const name of names) Reflect.deleteProperty(holder, name);
        const check = ([source]: readonly unknown[]): void => {
          if (/\(\?<[=!]/u.test(source instanceof RegExp ? source.source : String(source)))
            throw new SyntaxError('Invalid regular expression: invalid group specifier name');
        };
        window.RegExp = new Proxy(RegExp, {
          construct(target, given, made) {
            check(given);
            return Reflect.construct(target, given, made) as RegExp;
          },
          apply(target, self, given: [string]) {
            check(given);
            return Reflect.apply(target, self, given);
          },
        });
      });
    });
    expect(await page.evaluate(() => 'toSorted' in [] || 'Worker' in window)).toBe(false);
    await importFile(page, /^导入已有的/u, '2024.docx', writeWord(soundReport(2024), {}));
    expect(await shown(page, 4)).toEqual(['0', '0', '0', '2']);
    // Expressions that look behind, which read the text, are matched by our own means.
    expect(await page.evaluate(`(() => { try { return new RegExp('(?<=a)b'); } catch { return null; } })()`)).toBe(
      null,
    );
    await page.locator('.section-text').first().fill('2024年，全年共收到政府信息公开申请99件。');
    await page.getByRole('tab', { name: zh.tabs.text }).click();
    await page.getByText('总体情况写“收到政府信息公开申请99件”').waitFor();
    // The reader of PDF is the largest piece of code that others wrote.
    const paper = await context.newPage();
    await paper.setContent(writeHtml(soundReport(2023), {}));
    const pdf = await paper.pdf({ format: 'A4' });
    await paper.close();
    await page.locator('#opened').setInputFiles({ name: '2023.pdf', mimeType: '', buffer: pdf });
    await button(page, zh.importing.fill).click();
    await page.getByText(zh.importing.done('2023年报表')).waitFor();
    expect(await shown(page, 4)).toEqual(['0', '0', '0', '2']);
    await page.getByRole('tab', { name: zh.tabs.export }).click();
    const downloading = page.waitForEvent('download');
    await button(page, new RegExp(`^${zh.export.formats.word}`, 'u')).click();
    expect((await downloading).suggestedFilename()).toMatch(/2023年.*\.docx$/u);
  });

  test('a template with a slip is opened, mended and saved; LibreOffice opens it with the verdicts of the pane', async () => {
    const page = await open(withoutPicker);
    const broken = brokenReport();
    const made = workbookOf(broken);
    await importFile(page, /^导入已有的/u, 'template.xlsx', made);
    await page.getByRole('tab', { name: zh.tabs.check }).click();
    await page.locator('[data-finding]', { hasText: zh.levels.fault }).first().click();
    // The pane leads to a cell of the form, which is painted.
    const active = page.locator('td.active');
    await active.waitFor();
    const total = page.locator('td.figure', { hasText: /^7$/u });
    expect(await total.evaluate((cell) => cell.style.backgroundColor)).toBe('rgb(255, 201, 207)');
    await total.click();
    await page.keyboard.type('8');
    await page.keyboard.press('Enter');
    await page.locator('[data-finding]', { hasText: zh.levels.fault }).first().waitFor({ state: 'detached' });
    expect(await page.locator('td.figure[style*="255, 201, 207"]').count()).toBe(0);
    const downloading = page.waitForEvent('download');
    await button(page, said.save).click();
    const bytes = readFileSync(await (await downloading).path());
    expect((await readBack('out.xlsx', bytes)).figures).toEqual(soundReport().figures);
    if (!hasLibreOffice) return;
    const calculated = await readFile('calculated.xlsx', await convert('out.xlsx', bytes, 'xlsx'));
    expect(calculated.ok && calculated.readings[0]?.report.figures).toEqual(soundReport().figures);
    const verdicts = (
      await convert('out.xlsx', bytes, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3')
    ).toString('utf8');
    expect(verdicts).toContain('不符 0');
    expect(verdicts).toContain('未填全 0');
  });

  test('a workbook is opened from above or dropped anywhere; what it has besides is said before it is filled in and before it is saved', async () => {
    const page = await open(withoutPicker);
    const report = soundReport();
    const more = [{ name: '台账', widths: [10], headerRows: 1, rows: [['日期'], ['3月1日']], paint: [] }];
    const made = workbookOf(report, { more });
    const lost = zh.importing.beside(['台账']);
    await page.locator('#opened').setInputFiles({ name: '年报.xlsx', mimeType: '', buffer: Buffer.from(made) });
    await page.getByText(lost).waitFor();
    await page.evaluate(
      (bytes) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], '年报.xlsx'));
        document.getElementById('desk')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
      },
      [...made],
    );
    await page.getByText(lost).waitFor();
    await button(page, zh.importing.fill).click();
    await page.locator('table.official').first().waitFor();
    await button(page, said.save).click();
    const asked = page.getByRole('dialog');
    await asked.getByText(said.notInFile('“台账”')).waitFor();
    await asked.getByRole('button', { name: said.cancel }).click();
    await button(page, said.save).click();
    const downloading = page.waitForEvent('download');
    await asked.getByRole('button', { name: said.saveAnyway }).click();
    expect((await readBack('out.xlsx', readFileSync(await (await downloading).path()))).figures).toEqual(
      report.figures,
    );
  });

  test('saved in place: a file that was chosen once is written to again', async () => {
    const page = await open(withPicker);
    await newReport(page);
    await figure(page, 0).click();
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+s');
    const saved = page.getByText(/^已存入/u);
    await saved.waitFor();
    await figure(page, 1).click();
    await page.keyboard.type('2');
    // Also what is still being typed.
    await page.keyboard.press('Control+s');
    const files = await page.evaluate(() => (window as unknown as { savedFiles: Record<string, number[]> }).savedFiles);
    const [name = '', bytes = []] = Object.entries(files)[0] ?? [];
    expect(Object.keys(files)).toHaveLength(1);
    const read = await readBack(name, new Uint8Array(bytes));
    expect(Object.values(read.figures).filter((value) => value !== null)).toEqual([5, 2]);
  });

  test('Word and JSON too: each is asked for once and written to again; another can be chosen, and what fails is asked for', async () => {
    const page = await open(withPicker);
    const report = soundReport(2024);
    await importFile(page, /^导入已有的/u, '2024.json', new TextEncoder().encode(writeJson(report)));
    const asked = () =>
      page.evaluate(() => (window as unknown as { asked: readonly string[] }).asked.map((name) => name.split('.')[1]));
    const savedFile = async (ending: string): Promise<Report> => {
      const files = await page.evaluate(
        () => (window as unknown as { savedFiles: Record<string, number[]> }).savedFiles,
      );
      const [name = '', bytes = []] = Object.entries(files).find(([key]) => key.endsWith(ending)) ?? [];
      return readBack(name, new Uint8Array(bytes));
    };
    const exported = async (format: 'word' | 'json', ending: string): Promise<void> => {
      await page.getByRole('tab', { name: zh.tabs.export }).click();
      await button(page, new RegExp(`^${zh.export.formats[format]}`, 'u')).click();
      await page.getByText(new RegExp(`^已存入“.*${ending}”`, 'u')).waitFor();
    };
    const formats = [['word', '.docx'] as const, ['json', '.json'] as const];
    for (const [format, ending] of formats) {
      await exported(format, ending);
      expect((await savedFile(ending)).figures).toEqual(report.figures);
    }
    expect(await asked()).toEqual(['docx', 'json']);
    // Changed, and saved again.
    await page.locator('.section-text').first().fill('2024年，公开信息3条。');
    await page.getByRole('tab', { name: zh.tabs.text }).click();
    await page.getByText(zh.text.length(1, 13)).waitFor();
    for (const [format, ending] of formats) {
      await exported(format, ending);
      expect((await savedFile(ending)).narrative.overview).toEqual(['2024年，公开信息3条。']);
    }
    expect(await asked()).toEqual(['docx', 'json']);
    await button(page, zh.export.elsewhere).click();
    await expect.poll(asked).toEqual(['docx', 'json', 'json']);
    // A file that can no longer be written to is chosen anew.
    await page.evaluate(() => Object.assign(window, { refuseWriting: true }));
    await button(page, new RegExp(`^${zh.export.formats.json}`, 'u')).click();
    await page.getByText('不允许写入').waitFor();
    await page.evaluate(() => Object.assign(window, { refuseWriting: false }));
    await exported('json', '.json');
    expect(await asked()).toEqual(['docx', 'json', 'json', 'json']);
  });
});

describe('a county’s reports, from a file and with no network', () => {
  const county = makeCounty(20, 5);
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gouji-units-'));
    await writeFile(path.join(folder, '单位名单.xlsx'), county.rosterFile);
    for (const { name, bytes } of county.files) {
      const file = path.join(folder, '收到', name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(['in workers', 'in the page, where none may start'])(
    'are rolled up to the sum of those that count, read %s',
    async (where) => {
      const workers = where === 'in workers';
      const page = await open(async (opened) => {
        await withoutPicker(opened);
        if (!workers) await opened.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
      });
      const say = zh.county;
      await page.getByRole('tab', { name: zh.tabs.county }).click();
      await page.locator('input[data-county="roster"]').setInputFiles(path.join(folder, '单位名单.xlsx'));
      await page.getByText(say.rosterCount(20)).waitFor();
      await page.locator('input[data-county="folder"]').setInputFiles(path.join(folder, '收到'));
      await button(page, `${say.all} ${county.files.length + county.missing.length}`).waitFor();
      await page.locator('progress').waitFor({ state: 'detached' });
      await page.getByLabel(say.unit).fill(`${county.name}人民政府`);
      await button(page, say.makeSum).click();
      await page.getByText(say.sumDone(county.counted.length)).waitFor();
      expect(await page.locator('.report-title').textContent()).toBe('云溪县人民政府2025年政府信息公开工作年度报告');
      const downloading = page.waitForEvent('download');
      await button(page, said.save).click();
      const { figures } = await readBack('sum.xlsx', readFileSync(await (await downloading).path()));
      expect(Object.values(figures)).toEqual(
        Object.keys(figures).map((id) => county.counted.reduce((sum, report) => sum + (report.figures[id] ?? 0), 0)),
      );
    },
  );
});

describe('the form has a sheet’s habits', () => {
  test('typing replaces, Tab and Enter and arrows go on, F2 edits, Escape leaves, Delete empties', async () => {
    const page = await open();
    await newReport(page);
    await figure(page, 0).click();
    await page.keyboard.type('12');
    await page.keyboard.press('Tab');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    // Enter goes back to the column in which the run of Tabs began.
    await page.keyboard.type('7');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('４');
    await page.keyboard.press('ArrowUp');
    expect(await shown(page, 6)).toEqual(['12', '3', '', '7', '4', '']);
    await page.keyboard.press('F2');
    expect(await editorText(page)).toBe('3');
    await page.keyboard.press('End');
    await page.keyboard.type('0');
    await page.keyboard.press('Enter');
    expect(await shown(page, 2)).toEqual(['12', '30']);
    await page.keyboard.type('9');
    await page.keyboard.press('Escape');
    expect(await shown(page, 5)).toEqual(['12', '30', '', '7', '4']);
    await page.keyboard.press('Delete');
    expect(await shown(page, 5)).toEqual(['12', '30', '', '7', '']);
  });

  test('at 200 % and in a narrow window form, pane and bars stand beside or below each other, none over another', async () => {
    const page = await open();
    await newReport(page);
    for (const [width, height] of [
      [1366, 380],
      [683, 340],
      [480, 700],
      [320, 640],
    ] as const) {
      await page.setViewportSize({ width, height });
      const { wide, boxes } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth > window.innerWidth,
        boxes: ['tools', 'desk', 'pane', 'foot'].map((id) => {
          const { left, right, top, bottom } = document.getElementById(id)?.getBoundingClientRect() ?? new DOMRect();
          return { id, left, right, top, bottom };
        }),
      }));
      expect(wide, `${width} × ${height}`).toBe(false);
      const over = boxes.flatMap((one, at) =>
        boxes
          .slice(at + 1)
          .filter(
            (other) =>
              Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
              Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1,
          )
          .map((other) => `${one.id} ${other.id}`),
      );
      expect(over, `${width} × ${height}`).toEqual([]);
    }
  });

  test('what is no figure is not taken in: it is said, with what was typed, and the cell stays as it was', async () => {
    const page = await open();
    await newReport(page);
    await figure(page, 0).click();
    await page.keyboard.type('3件');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('3件').waitFor();
    await page.keyboard.press('Escape');
    expect(await shown(page, 1)).toEqual(['']);
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    expect(await page.locator('#message').isHidden()).toBe(true);
  });

  test('a block from a page and one from Excel, where boxes take several columns, come to stand in the same cells', async () => {
    const page = await open();
    await newReport(page);
    for (const block of ['1\t2\t3\r\n4\t5\t6', '1\t\t\t2\t\t\t3\t\t\r\n4\t\t\t5\t\t\t6\t\t\r\n']) {
      await figure(page, 0).click();
      await pasteBlock(page, block);
      expect(await shown(page, 6)).toEqual(['1', '2', '3', '4', '5', '6']);
      await page.keyboard.press('Control+z');
      expect(await shown(page, 6)).toEqual(['', '', '', '', '', '']);
    }
    await page.keyboard.press('Control+y');
    expect(await shown(page, 6)).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  test('rows of a Word table, with their names and with two paragraphs in a cell, come to stand in their own cells', async () => {
    const page = await open();
    await newReport(page);
    const cell = (text: string) =>
      `<td colspan=2 style='width:53.5pt'><p class=MsoNormal style='text-align:center'><span lang=EN-US>${text}</span></p></td>`;
    const word = (rows: readonly (readonly string[])[]) =>
      `<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=ProgId content=Word.Document><style>p{}</style></head>
<body><!--StartFragment--><table class=MsoTableGrid>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table><!--EndFragment--></body></html>`;
    await figure(page, 0).click();
    // Word puts a line into the plain text for each paragraph of a cell.
    await pasteBlock(
      page,
      '规章\t1\r\n\t2\t3\r\n行政规范性文件\t4\t5\t6\r\n',
      word([
        ['规章', '1</span></p><p><span>', '<s>9</s>2', '3'],
        ['行政规范性文件', '4', '5', '6'],
      ]),
    );
    expect(await shown(page, 6)).toEqual(['1', '2', '3', '4', '5', '6']);
    await pasteBlock(page, '本年制发件数\t2', word([['本年制发件数', '2']]));
    await page.getByRole('alert').getByText('是栏目名称').waitFor();
    expect(await shown(page, 6)).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  test('what is copied is taken in again in the same place, and is a table to Excel and Word', async () => {
    const page = await open();
    await newReport(page);
    await figure(page, 0).click();
    await pasteBlock(page, '1\t2\t3\n4\t5\t6');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    const copied = await page.locator('.cell-editor').evaluate((editor) => {
      const data = new DataTransfer();
      editor.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
      return [data.getData('text/plain'), data.getData('text/html')] as const;
    });
    expect(copied).toEqual([
      '1\t2\r\n4\t5',
      '<table><tr><td>1</td><td>2</td></tr><tr><td>4</td><td>5</td></tr></table>',
    ]);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await pasteBlock(page, ...copied);
    expect(await shown(page, 6)).toEqual(['1', '1', '2', '4', '4', '5']);
  });

  test('a block that would cover a label is refused whole, and blanks in a block take nothing away', async () => {
    const page = await open();
    await newReport(page);
    await figure(page, 0).click();
    await pasteBlock(page, '1\t2\t3');
    await pasteBlock(page, '9\t9\t9\n8\t8\t8\n7\t7\t7');
    await page.getByRole('alert').getByText('会盖住').waitFor();
    expect(await shown(page, 6)).toEqual(['1', '2', '3', '', '', '']);
    await pasteBlock(page, '\t5\t');
    expect(await shown(page, 6)).toEqual(['1', '5', '3', '', '', '']);
  });

  test('what the pane writes is undone like what is typed, and text sections are part of it', async () => {
    const page = await open();
    await newReport(page);
    await button(page, /^其余 10 格填 0/u).click();
    await button(page, zh.fill.zerosConfirm).click();
    await page.waitForFunction(() => document.querySelector('td.figure')?.textContent === '0');
    await page.locator('.section-text').first().fill('2025年，全年收到申请1件。\n均已办结。');
    await page.getByRole('tab', { name: zh.tabs.text }).click();
    await page.getByText(zh.text.length(2, 20)).waitFor();
    await button(page, said.undo).click();
    expect(await page.locator('.section-text').first().inputValue()).toBe('');
    await button(page, said.undo).click();
    expect(await shown(page, 1)).toEqual(['']);
    await button(page, said.redo).click();
    await button(page, said.redo).click();
    expect(await shown(page, 1)).toEqual(['0']);
    expect(await page.locator('.section-text').first().inputValue()).toBe('2025年，全年收到申请1件。\n均已办结。');
  });

  test('the pane speaks of the report that is shown, also when one was closed and came back', async () => {
    const page = await open();
    await newReport(page, '云溪县林业局', '2024');
    await button(page, zh.newReport.title).first().click();
    await page.getByLabel('年度').fill('2025');
    await button(page, '新建').click();
    const agree = (year: number) =>
      Promise.all([
        page.locator('.report-title').getByText(`${year}年`).waitFor(),
        page
          .getByLabel(zh.status.region)
          .getByText(zh.status.sheet(`${year}年报表`))
          .waitFor(),
      ]);
    await agree(2025);
    await button(page, said.closeSheet('2025年报表')).click();
    await agree(2024);
    await button(page, said.undo).click();
    await agree(2025);
    await page.locator('.sheet-tab button', { hasText: '2024年报表' }).click();
    await button(page, said.closeSheet('2024年报表')).click();
    await agree(2025);
    await button(page, said.undo).click();
    await agree(2024);
    expect(await amiss(page)).toEqual([]);
  });

  test('F6 goes between the form, the pane and the buttons, which the Tab of the form never reaches', async () => {
    const page = await open();
    const inside = (id: string) =>
      page.evaluate((part) => document.getElementById(part)?.contains(document.activeElement), id);
    // There is no form yet.
    await page.keyboard.press('F6');
    expect(await inside('pane')).toBe(true);
    await newReport(page);
    expect(await amiss(page)).toEqual([]);
    await figure(page, 0).click();
    for (const [key, part] of [
      ['F6', 'pane'],
      ['F6', 'tools'],
      ['F6', 'foot'],
      ['F6', 'desk'],
      ['Shift+F6', 'foot'],
      ['F6', 'desk'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await inside(part), `${key} ${part}`).toBe(true);
    }
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    expect(await shown(page, 1)).toEqual(['7']);
  });

  test('a text is left as it is written while it is written, and a line like a heading is said instead of parting it', async () => {
    const page = await open();
    await newReport(page);
    const first = page.locator('.section-text').first();
    await first.fill('　　2025年，公开信息3条。\n');
    await page.waitForTimeout(1_200);
    expect(await first.inputValue()).toBe('　　2025年，公开信息3条。\n');
    const heading = '五、存在的主要问题及改进情况';
    await first.fill(`2025年，公开信息3条。\n${heading}\n均已办结。`);
    await page.getByRole('alert').getByText(said.headingInText).waitFor();
    await page.getByRole('tab', { name: zh.tabs.text }).click();
    expect(await page.locator('.section-text').nth(1).inputValue()).toBe('');
    await first.fill('2025年，公开信息3条。\n均已办结。');
    await page.getByText(zh.text.length(2, 18)).waitFor();
    expect(await page.locator('#message').isHidden()).toBe(true);
  });

  test('totals are worked out by formulas, as in the workbook', async () => {
    const page = await open();
    await newReport(page);
    const totals = new Set(totalsOf(edition2021).map(({ total }) => total.id));
    expect(totals.has('applications.received.total')).toBe(true);
    // The first row of 三: seven boxes, the last its total.
    await figure(page, 10).click();
    await pasteBlock(page, '8\t1\t0\t0\t0\t0');
    expect(await shown(page, 17).then((cells) => cells.slice(10))).toEqual(['8', '1', '0', '0', '0', '0', '9']);
  });
});

test('whoever goes into a cell as soon as the report is there keeps the keyboard: what is typed next stands in the cell', async () => {
  const page = await open();
  // The moment the tables come up, before the pane has told what it did.
  await page.evaluate(() => {
    const seen = new MutationObserver(() => {
      const cell = document.querySelector<HTMLElement>('td.figure');
      if (cell === null) return;
      seen.disconnect();
      for (const kind of ['mousedown', 'mouseup', 'click'])
        cell.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true }));
      document.querySelector<HTMLElement>('.cell-editor')?.focus();
    });
    seen.observe(document.body, { childList: true, subtree: true });
  });
  await newReport(page);
  await page.getByText(zh.newReport.done('2025年报表')).waitFor();
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('cell-editor');
});

describe('unsaved work', () => {
  async function typeOne(page: Page): Promise<void> {
    await newReport(page);
    await figure(page, 0).click();
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    // The report was kept before the figure was typed: what is said then is not yet said of the figure.
    await page
      .locator('[role=status][aria-busy=false]')
      .filter({ hasText: /已于.*暂存在本机浏览器里，关掉网页也能找回/u })
      .waitFor();
  }

  test('is there again after the page broke down, is said, and is deleted at a click', async () => {
    const page = await open();
    await typeOne(page);
    const crashed = page.waitForEvent('crash');
    // Never answered: the process that would is gone.
    void (await context.newCDPSession(page)).send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
    const again = await open();
    await again.getByText(/上次没有保存的内容.*云溪县林业局2025年/u).waitFor();
    await button(again, said.restore).click();
    await again.locator('table.official').first().waitFor();
    expect(await shown(again, 2)).toEqual(['12', '']);
    // Until it is kept under the name of this page it is there under the other's too.
    await again.getByText(said.restored).waitFor();
    await again.close();
    const third = await open();
    await third.getByText(/上次没有保存的内容/u).waitFor();
    await button(third, said.deleteKept).click();
    await third.getByText(said.deleted).waitFor();
    await third.close();
    const last = await open();
    await last.getByText(said.keeping).waitFor();
    expect(await last.getByText(/上次没有保存的内容/u).count()).toBe(0);
  });

  test('of a page that is still open is not offered to another', async () => {
    const page = await open();
    await typeOne(page);
    const other = await open();
    await other.getByText(said.keeping).waitFor();
    expect(await other.getByText(/上次没有保存的内容/u).count()).toBe(0);
  });

  test('is not kept on a shared computer, and what was kept goes', async () => {
    const page = await open();
    await typeOne(page);
    await page.getByLabel(said.shared).check();
    await page.getByText(said.notKept).waitFor();
    await figure(page, 1).click();
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(1_000);
    const records = await page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const request = indexedDB.open('gouji-offline', 1);
          request.onsuccess = () => {
            const count = request.result.transaction('work').objectStore('work').count();
            count.onsuccess = () => resolve(count.result);
          };
          request.onerror = () => reject(new Error('no database'));
        }),
    );
    expect(records).toBe(0);
    await page.close({ runBeforeUnload: false });
    const again = await open();
    await again.getByText(said.notKept).waitFor();
    expect(await again.getByText(/上次没有保存的内容/u).count()).toBe(0);
  });
});
