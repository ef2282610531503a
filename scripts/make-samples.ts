/** Makes the workbench's sample workbooks: the product's own template, written through the stand-in in a browser. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, openBrowser, projectRoot, serve } from '../test/browser/browser';
import { sampleReports } from './samples/reports';

const target = path.join(projectRoot, 'src/workbench/page/samples');

const page = (script: string, office = ''): string =>
  `<!doctype html><meta charset="utf-8" />${office}<body><script src="${script}" type="module"></script></body>`;

const built = await build({ host: './scripts/samples/host.ts', pane: './scripts/samples/pane.ts' });
await writeFile(path.join(built.folder, 'index.html'), page('host.js'));
await writeFile(path.join(built.folder, 'pane.html'), page('pane.js', '<script src="office-js/office.js"></script>'));
const served = await serve([
  ['office-js', path.join(projectRoot, 'node_modules/@microsoft/office-js/dist')],
  ['', built.folder],
]);
const browser = await openBrowser();
try {
  for (const name of Object.keys(sampleReports) as (keyof typeof sampleReports)[]) {
    const tab = await browser.context.newPage();
    await tab.goto(served.url);
    const frame = await (await tab.waitForSelector('iframe')).contentFrame();
    if (frame === null) throw new Error('the add-in has no frame');
    await frame.waitForFunction(() => 'insertSample' in window);
    await frame.evaluate((sample) => window.insertSample(sample), name);
    const file = await tab.evaluate(() => window.samples.take());
    await writeFile(path.join(target, `${name}.json`), JSON.stringify(file));
    console.log(`${name}: ${file.sheets.map((sheet) => sheet.name).join(', ')}`);
    await tab.close();
  }
} finally {
  await browser.close();
  await served.close();
  await built.remove();
}
