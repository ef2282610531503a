import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ruleName } from '../../src/rules/words/words';
import { zh } from '../../src/taskpane/words/words.zh';
import { openBrowser, projectRoot, serve } from '../browser/browser';

it('the site works in any folder of any host: the workbench opens from a subfolder, finds the broken sum, and asks nothing outside', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gouji-site-'));
  const prefix = 'some/where';
  const served = await serve([[prefix, folder]]);
  const browser = await openBrowser();
  try {
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/site.ts', folder], {
      cwd: projectRoot,
      timeout: 90_000,
    });
    expect(existsSync(path.join(folder, 'cli'))).toBe(false);
    const page = await browser.context.newPage();
    const asked: string[] = [];
    const failed: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('response', (response) => response.status() >= 400 && failed.push(response.url()));
    await page.goto(`${served.url}${prefix}/index.html`);
    const pane = page.frameLocator('iframe');
    await pane.getByRole('tab', { name: zh.tabs.check }).click({ timeout: 60_000 });
    await pane.getByText(ruleName('T2-ID', 'zh')).first().waitFor({ timeout: 60_000 });
    const outside = asked.filter((url) => !url.startsWith(`${served.url}${prefix}/`) && !/^(data|blob):/.test(url));
    expect(asked.length).toBeGreaterThan(8);
    expect({ outside, failed }).toEqual({ outside: [], failed: [] });
  } finally {
    await browser.close();
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
