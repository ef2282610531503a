/** `npm run icons`: draws the icons of the manifest from their SVG. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { headlessBrowser } from './shared/browsers';

const assets = path.join(path.dirname(import.meta.dirname), 'assets');

/** At 16 and 32 px fine lines would blur: those sizes have drawings of their own, on the pixel grid. */
const sizes = [
  { size: 16, suffix: '-small' },
  { size: 32, suffix: '-small' },
  { size: 64, suffix: '' },
  { size: 80, suffix: '' },
];
const drawings = [
  { drawing: 'mark', icon: 'icon' },
  { drawing: 'new', icon: 'new' },
  { drawing: 'check', icon: 'check' },
  { drawing: 'collect', icon: 'collect' },
];

const browser = await chromium.launch(await headlessBrowser());
try {
  for (const { drawing, icon } of drawings) {
    for (const { size, suffix } of sizes) {
      const svg = await readFile(path.join(assets, `${drawing}${suffix}.svg`), 'utf8');
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      await writeFile(path.join(assets, `${icon}-${size}.png`), await page.screenshot({ omitBackground: true }));
      await page.close();
    }
  }
} finally {
  await browser.close();
}
