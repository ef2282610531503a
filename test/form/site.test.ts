import path from 'node:path';
import { expect, it } from 'vitest';
import { ruleName } from '../../src/rules/words';
import { openBrowser, projectRoot, serve } from '../browser/browser';

it('the build works in any folder of any host: the workbench opens from a subfolder, finds the broken sum, and asks nothing outside', async () => {
  const prefix = 'some/where';
  const served = await serve([[prefix, path.join(projectRoot, 'dist')]]);
  const browser = await openBrowser();
  try {
    const page = await browser.context.newPage();
    const asked: string[] = [];
    const failed: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('response', (response) => response.status() >= 400 && failed.push(response.url()));
    await page.goto(`${served.url}${prefix}/index.html`);
    await page.frameLocator('iframe').getByText(ruleName('T2-ID', 'zh')).first().waitFor({ timeout: 60_000 });
    const outside = asked.filter((url) => !url.startsWith(`${served.url}${prefix}/`) && !/^(data|blob):/.test(url));
    expect(asked.length).toBeGreaterThan(8);
    expect({ outside, failed }).toEqual({ outside: [], failed: [] });
  } finally {
    await browser.close();
    await served.close();
  }
});
