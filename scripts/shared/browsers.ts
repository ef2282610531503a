/** Finds a browser of the Chromium family: Chrome, Edge or Chromium, whichever is installed. */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { type LaunchOptions } from 'playwright-core';

/** Names to look for on the search path (Linux), and full paths (Windows, Mac), the most common first. */
function candidates(): string[] {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ];
  }
  if (process.platform === 'win32') {
    const programs = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LocalAppData']];
    const products = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return products.flatMap((product) => programs.flatMap((folder) => (folder ? [path.join(folder, product)] : [])));
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'chromium',
    'chromium-browser',
  ];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * The path of the installed browser, or null. `GOUJI_BROWSER` names another one.
 *
 * @throws {Error} One sentence, where the one named cannot be run.
 */
export async function findBrowser(): Promise<string | null> {
  const named = process.env['GOUJI_BROWSER'];
  if (named) {
    if (await isExecutable(named)) return named;
    throw new Error(`GOUJI_BROWSER names ${named}, which is not a program that can be run.`);
  }
  for (const file of candidates()) if (await isExecutable(file)) return file;
  return null;
}

/**
 * What Playwright needs to launch a headless browser: an installed one, else its own pinned headless shell, which is
 * fetched on first use.
 *
 * @throws {Error} One sentence, where there is neither.
 */
export async function headlessBrowser(): Promise<LaunchOptions> {
  // Chromium refuses its sandbox to root, as in a container; QUIC only delays a test on a machine without network.
  const args = ['--disable-quic', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const installed = await findBrowser();
  if (installed !== null) return { executablePath: installed, headless: true, args };
  const commandLine = createRequire(import.meta.url)
    .resolve('playwright-core/package.json')
    .replace('package.json', 'cli.js');
  try {
    await promisify(execFile)(process.execPath, [commandLine, 'install', 'chromium-headless-shell']);
  } catch {
    throw new Error(
      'The browser tests need Chrome, Edge or Chromium: none was found, and the headless shell of Playwright could not be fetched. Install one, or name it in GOUJI_BROWSER.',
    );
  }
  return { headless: true, args };
}
