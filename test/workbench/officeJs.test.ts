/** Microsoft's own client library, unmodified, in a real browser against the stand-in. */
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { build, openBrowser, projectRoot, serve, type Built, type OpenBrowser, type Served } from '../browser/browser';

let built: Built | undefined;
let served: Served | undefined;
let open: OpenBrowser | undefined;
let page: Page;
let pane: Frame;
const strayRequests: string[] = [];

beforeAll(async () => {
  built = await build({ bare: 'src/workbench/host/bare.ts' });
  // The page is made with its script by the bundler's own plugin in the product; here the script is put in by hand.
  await copyFile(path.join(projectRoot, 'src/workbench/host/bare.html'), path.join(built.folder, 'bare.html'));
  served = await serve([
    ['addin', path.join(projectRoot, 'test/workbench/addin')],
    ['office-js', path.join(projectRoot, 'node_modules/@microsoft/office-js/dist')],
    ['', built.folder],
  ]);
  open = await openBrowser();
}, 120_000);

afterAll(async () => {
  await open?.close();
  await served?.close();
  await built?.remove();
});

async function start(query = ''): Promise<void> {
  if (open === undefined || served === undefined) throw new Error('nothing is served');
  page = await open.context.newPage();
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== 'localhost') strayRequests.push(request.url());
  });
  const addin = encodeURIComponent(new URL('addin/addin.html', served.url).href);
  await page.goto(new URL(`bare.html?addin=${addin}${query}`, served.url).href);
  await page.addScriptTag({ url: new URL('bare.js', served.url).href });
  await ready();
}

async function ready(): Promise<void> {
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (frame === null) throw new Error('the pane has no frame');
  pane = frame;
  await pane.waitForFunction(() => 'Office' in window && 'onReady' in Office);
  await pane.evaluate(() => Office.onReady());
}

beforeEach(async () => {
  await page?.close();
});

describe('the client library against the stand-in', () => {
  it('boots with the language, the sets and the settings of the host', async () => {
    await start('&language=en-US&api=1.9');
    const context = await pane.evaluate(() => ({
      language: Office.context.displayLanguage,
      host: Office.context.host,
      has9: Office.context.requirements.isSetSupported('ExcelApi', '1.9'),
      has10: Office.context.requirements.isSetSupported('ExcelApi', '1.10'),
    }));
    expect(context).toEqual({ language: 'en-US', host: 'Excel', has9: true, has10: false });
  });

  it('writes and reads values, formulas and formats in few requests', async () => {
    await start();
    const result = await pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('年报表');
        const range = sheet.getRange('A1:B2');
        range.values = [
          ['名称', 1],
          ['1,200', '=B1+A2'],
        ];
        range.format.fill.color = '#FFC7CE';
        range.load('values,formulas,valueTypes,address,numberFormat,format/fill/color');
        await context.sync();
        return {
          values: range.values as unknown[][],
          formulas: range.formulas as unknown[][],
          types: range.valueTypes,
          address: range.address,
          formats: range.numberFormat as unknown[][],
          fill: range.format.fill.color,
        };
      }),
    );
    expect(result).toEqual({
      values: [
        ['名称', 1],
        [1200, 1201],
      ],
      formulas: [
        ['名称', 1],
        [1200, '=B1+A2'],
      ],
      types: [
        ['String', 'Double'],
        ['Double', 'Double'],
      ],
      address: '年报表!A1:B2',
      formats: [
        ['General', 'General'],
        ['#,##0', 'General'],
      ],
      fill: '#FFC7CE',
    });
    const work = () => window.workbench.host.requests.filter((request) => request.purpose === 'work').length;
    expect(await page.evaluate(work)).toBe(1);
  });

  it('takes a block of more than 1500 cells, which the library sends in chunks', async () => {
    await start();
    const last = await pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const range = sheet.getRange('A1:T500');
        range.values = Array.from({ length: 500 }, (_, i) => Array.from({ length: 20 }, (_, j) => i * 20 + j));
        range.load('values');
        await context.sync();
        return (range.values as number[][])[499]?.[19];
      }),
    );
    expect(last).toBe(9999);
  });

  it('tells of edits by the user and of recalculated results, with details for one cell only', async () => {
    await start();
    await pane.evaluate(async () => {
      const seen: unknown[] = [];
      Object.assign(window, { seen });
      await Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.getActiveWorksheet().getRange('C1').formulas = [['=SUM(A1:A3)']];
        worksheets.onChanged.add(async (event) => {
          await Excel.run(async (inner) => {
            const range = event.getRange(inner);
            range.load('address,values');
            await inner.sync();
            seen.push({
              kind: 'changed',
              change: event.changeType,
              address: event.address,
              after: (event.details?.valueAfter ?? null) as unknown,
              trigger: event.triggerSource,
              range: range.address,
            });
          });
        });
        worksheets.onCalculated.add(async (event) => {
          seen.push({ kind: 'calculated', address: event.address });
        });
        await context.sync();
      });
    });
    await page.evaluate(() => {
      const { book } = window.workbench;
      book.type('Sheet1', 'A1', '5');
      book.pasteText('Sheet1', 'A2', '1\n2');
      book.insertRows('Sheet1', 0);
    });
    await pane.waitForFunction(() => 'seen' in window && Array.isArray(window.seen) && window.seen.length >= 6);
    const seen = await pane.evaluate(() => ('seen' in window ? (window.seen as object[]) : []));
    const changed = seen.filter((event) => 'kind' in event && event.kind === 'changed');
    expect(changed.map((event) => ({ ...event, range: undefined }))).toEqual([
      { kind: 'changed', change: 'RangeEdited', address: 'A1', after: 5, trigger: 'Unknown' },
      { kind: 'changed', change: 'RangeEdited', address: 'A2:A3', after: null, trigger: 'Unknown' },
      { kind: 'changed', change: 'RowInserted', address: '1:1', after: null, trigger: 'Unknown' },
    ]);
    expect(seen).toContainEqual({ kind: 'calculated', address: 'C1' });
  });

  it('adds conditional formats that paint, and reads them back', async () => {
    await start();
    const read = await pane.evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B3');
        const added = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
        added.custom.rule.formula = '=A1>$C1';
        added.custom.format.fill.color = '#FFC7CE';
        added.custom.format.font.color = '#9C0006';
        added.stopIfTrue = false;
        await context.sync();
        const { conditionalFormats } = range;
        conditionalFormats.load('items/id,items/type,items/priority,items/custom/rule/formula');
        await context.sync();
        const where = conditionalFormats.items.map((item) => item.getRange().load('address'));
        await context.sync();
        return conditionalFormats.items.map((item, i) => [
          item.type,
          item.priority,
          item.custom.rule.formula,
          where[i]?.address,
        ]);
      }),
    );
    expect(read).toEqual([['Custom', 0, '=A1>$C1', 'Sheet1!A1:B3']]);
    const painted = await page.evaluate(() => {
      const { book } = window.workbench;
      book.pasteText('Sheet1', 'A2', '7\t1\t5');
      return [book.painted('Sheet1', 1, 0).length, book.painted('Sheet1', 1, 1).length];
    });
    expect(painted).toEqual([1, 0]);
  });

  it('gives back every part of a sheet as it was set', async () => {
    await start();
    const set = await pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('表');
        sheet.tabColor = '#0F6C5C';
        sheet.showGridlines = false;
        const range = sheet.getRange('B2:C3');
        range.format.font.set({ name: '宋体', size: 9, bold: true, color: '#123456' });
        range.format.set({ wrapText: true, columnWidth: 36, rowHeight: 20, indentLevel: 1 });
        range.format.horizontalAlignment = Excel.HorizontalAlignment.centerAcrossSelection;
        range.format.verticalAlignment = Excel.VerticalAlignment.center;
        range.format.borders.getItem(Excel.BorderIndex.edgeTop).set({ style: 'Continuous', color: '#7F7F7F' });
        sheet.getRange('E1:F2').merge();
        const validation = range.dataValidation;
        validation.rule = { wholeNumber: { formula1: 0, operator: Excel.DataValidationOperator.greaterThanOrEqualTo } };
        validation.prompt = { showPrompt: true, title: '数', message: '填整数' };
        validation.errorAlert = {
          showAlert: true,
          style: Excel.DataValidationAlertStyle.stop,
          title: '错',
          message: '要整数',
        };
        const page = sheet.pageLayout;
        page.orientation = Excel.PageOrientation.landscape;
        page.paperSize = Excel.PaperType.a4;
        page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 };
        page.setPrintMargins('Centimeters', { top: 2.54 });
        page.setPrintArea('A1:F9');
        page.setPrintTitleRows('1:2');
        page.setPrintTitleColumns('A:B');
        sheet.freezePanes.freezeRows(2);
        context.workbook.names.add('figure', sheet.getRange('B2'));
        context.workbook.settings.add('gouji', { edition: '2021' });
        context.workbook.properties.title = '年报';
        await context.sync();

        range.load('address');
        range.format.load('wrapText,columnWidth,rowHeight,indentLevel,horizontalAlignment,verticalAlignment');
        range.format.font.load('name,size,bold,color');
        const top = range.format.borders.getItem('EdgeTop').load('style,color');
        const inside = range.format.borders.getItem('InsideHorizontal').load('style');
        validation.load('rule,type,prompt,errorAlert');
        page.load('orientation,paperSize,zoom,topMargin');
        const area = page.getPrintAreaOrNullObject().load('address');
        const titles = page.getPrintTitleRowsOrNullObject().load('address');
        const beside = page.getPrintTitleColumnsOrNullObject().load('address');
        const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
        const merged = sheet.getRange('D1:H9').getMergedAreasOrNullObject().load('address');
        const unmerged = sheet.getRange('F2:H9').getMergedAreasOrNullObject().load('address');
        const named = context.workbook.names.getItem('figure').load('formula,type');
        const setting = context.workbook.settings.getItem('gouji').load('value');
        context.workbook.properties.load('title');
        sheet.load('tabColor,showGridlines,position');
        await context.sync();
        return {
          format: range.format.toJSON(),
          border: [top.style, top.color, inside.style],
          validation: validation.toJSON(),
          page: [page.orientation, page.paperSize, page.zoom, Math.round(page.topMargin)],
          places: [
            range.address,
            area.address,
            titles.address,
            beside.address,
            frozen.address,
            merged.address,
            unmerged.isNullObject,
          ],
          kept: [named.formula as string, named.type, setting.value as object, context.workbook.properties.title],
          sheet: [sheet.tabColor, sheet.showGridlines, sheet.position],
        };
      }),
    );
    expect(set).toMatchObject({
      format: {
        wrapText: true,
        columnWidth: 36,
        rowHeight: 20,
        indentLevel: 1,
        horizontalAlignment: 'CenterAcrossSelection',
        verticalAlignment: 'Center',
        font: { name: '宋体', size: 9, bold: true, color: '#123456' },
      },
      border: ['Continuous', '#7F7F7F', 'None'],
      validation: {
        type: 'WholeNumber',
        rule: { wholeNumber: { formula1: 0, operator: 'GreaterThanOrEqualTo' } },
        prompt: { showPrompt: true, title: '数', message: '填整数' },
        errorAlert: { showAlert: true, style: 'Stop', title: '错', message: '要整数' },
      },
      page: ['Landscape', 'A4', { horizontalFitToPages: 1, verticalFitToPages: 1 }, 72],
      places: ['表!B2:C3', '表!A1:F9', '表!1:2', '表!A:B', '表!1:2', '表!E1:F2', true],
      kept: ['=表!$B$2', 'Range', { edition: '2021' }, '年报'],
      sheet: ['#0F6C5C', false, 1],
    });
    expect(await page.evaluate(() => window.workbench.host.missing)).toEqual([]);
  });

  it('finds, moves, copies and deletes ranges and sheets', async () => {
    await start();
    const found = await pane.evaluate(() =>
      Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        const sheet = worksheets.getActiveWorksheet();
        sheet.getRange('B2:C3').values = [
          [1, 2],
          ['=SUM(B2:C2)', ''],
        ];
        const empty = worksheets.add('空').getUsedRangeOrNullObject(true);
        const used = sheet.getUsedRange(true);
        const read = sheet.getRange('A1:AZ400').getIntersectionOrNullObject(used).load('address,values');
        const apart = sheet.getRange('A9').getIntersectionOrNullObject(used).load('address');
        const inserted = sheet.getRange('2:2').insert(Excel.InsertShiftDirection.down).load('address');
        sheet.getRange('B6').copyFrom('B3:C4', Excel.RangeCopyType.all);
        const copied = sheet.getRange('B6:C7').load('formulas');
        const offset = sheet.getCell(0, 0).getOffsetRange(2, 1).getResizedRange(0, 1).getEntireRow().load('address');
        const copy = sheet.copy(Excel.WorksheetPositionType.after, sheet).load('name,position');
        worksheets.load('items/name,items/visibility');
        await context.sync();
        copy.visibility = Excel.SheetVisibility.hidden;
        worksheets.getItem('空').delete();
        sheet.name = '年报表';
        sheet.getRange('C3').select();
        const selected = context.workbook.getSelectedRange().load('address');
        const count = worksheets.getCount();
        const visible = worksheets.getCount(true);
        await context.sync();
        return {
          empty: empty.isNullObject,
          read: [read.address, read.values as unknown[][]],
          apart: apart.isNullObject,
          inserted: inserted.address,
          copied: copied.formulas as unknown[][],
          offset: offset.address,
          copy: [copy.name, copy.position],
          names: worksheets.items.map((item) => item.name),
          selected: selected.address,
          counts: [count.value, visible.value],
        };
      }),
    );
    expect(found).toEqual({
      empty: true,
      read: [
        'Sheet1!B2:C3',
        [
          [1, 2],
          [3, ''],
        ],
      ],
      apart: true,
      inserted: 'Sheet1!2:2',
      copied: [
        [1, 2],
        ['=SUM(B6:C6)', ''],
      ],
      offset: 'Sheet1!3:3',
      copy: ['Sheet1 (2)', 1],
      names: ['Sheet1', 'Sheet1 (2)', '空'],
      selected: '年报表!C3',
      counts: [2, 1],
    });
  });

  it('fails in edit mode, on a protected sheet, and for members that are not there', async () => {
    await start();
    const attempt = (what: 'write' | 'charts' | 'nowhere' | 'formula'): Promise<string> =>
      pane.evaluate(
        (name) =>
          Excel.run(async (context) => {
            const { worksheets } = context.workbook;
            const sheet = worksheets.getActiveWorksheet();
            const attempts = {
              write: () => (sheet.getRange('A1').values = [[1]]),
              charts: () => sheet.charts.load('count'),
              nowhere: () => worksheets.getItem('nowhere').load('name'),
              formula: () => (sheet.getRange('A1').formulas = [['=SUM(A1']]),
            };
            attempts[name]();
            await context.sync();
            return 'ok';
          }).catch((error: unknown) => (error instanceof OfficeExtension.Error ? error.code : String(error))),
        what,
      );
    expect(await attempt('write')).toBe('ok');
    await page.evaluate(() => window.workbench.host.setEditMode(true));
    expect(await attempt('write')).toBe('InvalidOperationInCellEditMode');
    await page.evaluate(() => window.workbench.host.setEditMode(false));
    await page.evaluate(() => window.workbench.book.protect('Sheet1'));
    expect(await attempt('write')).toBe('AccessDenied');
    await page.evaluate(() => window.workbench.book.unprotect('Sheet1'));
    expect(await attempt('charts')).toBe('ApiNotFound');
    expect(await attempt('nowhere')).toBe('ItemNotFound');
    expect(await attempt('formula')).toBe('InvalidArgument');
    expect(await page.evaluate(() => window.workbench.host.missing)).toContain('Worksheet.Charts');
  });

  it('answers when the clock of the test says so', async () => {
    await start('&clock=manual');
    await pane.evaluate(() => {
      void Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1').load('address');
        await context.sync();
        document.title = range.address;
      });
    });
    const asked = () => window.workbench.host.requests.some((request) => request.purpose === 'work');
    await page.waitForFunction(asked);
    // The request was carried out, and its answer is held back: that is all that waits.
    expect(await page.evaluate(() => window.workbench.host.time?.pending)).toBeGreaterThan(0);
    expect(await pane.title()).not.toBe('Sheet1!A1');
    await page.evaluate(() => window.workbench.host.time?.advance(0));
    await pane.waitForFunction(() => document.title === 'Sheet1!A1');
  });

  it('runs ribbon commands and keeps document settings across a reload of the pane', async () => {
    await start();
    await pane.evaluate(async () => {
      Office.actions.associate('checkNow', (event: Office.AddinCommands.Event) => {
        document.title = 'checked';
        event.completed();
      });
      await Office.addin.showAsTaskpane();
      Office.context.document.settings.set('gouji', { seen: 1 });
      await new Promise((resolve) => Office.context.document.settings.saveAsync(resolve));
    });
    expect(await page.evaluate(() => window.workbench.host.command('checkNow'))).toBe(true);
    await pane.waitForFunction(() => document.title === 'checked');
    await page.waitForFunction(() => window.workbench.host.excel.completedCommands === 1);
    await page.evaluate(() => window.workbench.host.reload());
    await ready();
    expect(await pane.evaluate(() => Office.context.document.settings.get('gouji') as unknown)).toEqual({ seen: 1 });
    expect(await page.evaluate(() => window.workbench.host.unanswered)).toEqual([]);
  });

  it('asks nothing of the outside world', () => {
    expect(strayRequests).toEqual([]);
  });
});
