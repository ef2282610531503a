/**
 * Browsers of other engines than Chromium's, driven as far as a test needs: Firefox by WebDriver BiDi, WebKit (of GTK, whose
 * engine is Safari's) by WebDriver. Tests that need one are skipped, with a reason, where it is absent; CI demands it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import puppeteer from 'puppeteer-core';
import { onPath } from '../../../scripts/shared/onPath';

export interface EnginePage {
  /** What `script`, the body of a function, returns in the page. */
  run(script: string): Promise<unknown>;
  /** Clicks the first element of an XPath once it is there. */
  click(xpath: string): Promise<void>;
  /** Types into whatever has the focus, and ends with the Enter key. */
  enter(text: string): Promise<void>;
  /** Chooses a file for the first input of a CSS selector. */
  choose(selector: string, file: string): Promise<void>;
}

export interface Engine {
  readonly name: string;
  readonly installed: boolean;
  /** Opens an address for as long as `work` takes. What is downloaded comes to `downloads` where the engine lets that be said. */
  open(address: string, downloads: string, work: (page: EnginePage) => Promise<void>): Promise<void>;
}

const patience = 30_000;

const demanded = (name: string, found: unknown): boolean => {
  if (found !== undefined) return true;
  if (process.env['GOUJI_REQUIRE_ENGINES'] === '1') throw new Error(`${name} is demanded here and is not installed`);
  console.warn(`${name} is not installed: tests in it are skipped.`);
  return false;
};

const firefoxProgram = onPath('firefox-esr', 'firefox');

export const firefox: Engine = {
  name: 'Firefox',
  installed: demanded('Firefox', firefoxProgram),
  async open(address, downloads, work) {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: firefoxProgram ?? '',
      headless: true,
      extraPrefsFirefox: {
        'browser.download.dir': downloads,
        'browser.download.folderList': 2,
        'intl.accept_languages': 'zh-CN',
        // Nothing is to leave this machine: every address but a file's leads nowhere.
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': 9,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': 9,
      },
    });
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(patience);
      await page.setViewport({ width: 1366, height: 768 });
      await page.goto(address);
      await work({
        run: (script) => page.evaluate(`(() => { ${script} })()`),
        click: async (xpath) => (await page.waitForSelector(`xpath/${xpath}`))?.click(),
        enter: async (text) => {
          await page.keyboard.type(text);
          await page.keyboard.press('Enter');
        },
        choose: async (selector, file) => {
          const input = await page.waitForSelector(selector);
          await (input as unknown as { uploadFile(file: string): Promise<void> }).uploadFile(file);
        },
      });
    } finally {
      await browser.close();
    }
  },
};

const driver = onPath('WebKitWebDriver');
const miniBrowser =
  process.platform === 'linux'
    ? readdirSync('/usr/lib')
        .map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`)
        .find((file) => existsSync(file))
    : undefined;
const screen = onPath('Xvfb');

/** A port that nothing listens at. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** As WebDriver spells it. */
const enterKey = '\uE007';
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
type Call = (method: 'GET' | 'POST' | 'DELETE', place: string, body?: object) => Promise<unknown>;

function callsOf(port: number): Call {
  return async (method, place, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${place}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`${place}: ${JSON.stringify(value).slice(0, 400)}`);
    return value;
  };
}

/** Tries until it succeeds or time is up. */
async function until<Value>(attempt: () => Promise<Value>): Promise<Value> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      await wait(200);
    }
  }
}

const pageOf = (call: Call, session: string): EnginePage => {
  const find = (using: string, value: string): Promise<string> =>
    until(async () => {
      const found = (await call('POST', `${session}/element`, { using, value })) as Record<string, string>;
      return found[elementKey] ?? '';
    });
  return {
    run: (script) => call('POST', `${session}/execute/sync`, { script, args: [] }),
    click: async (xpath) => {
      const element = await find('xpath', xpath);
      await until(() => call('POST', `${session}/element/${element}/click`, {}));
    },
    enter: async (text) => {
      const keys = [...text, enterKey].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await call('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions: keys }] });
    },
    choose: async (selector, file) => {
      const element = await find('css selector', selector);
      // The driver types into what can be seen alone.
      await call('POST', `${session}/execute/sync`, {
        script: 'arguments[0].style.display = "block"',
        args: [{ [elementKey]: element }],
      });
      await call('POST', `${session}/element/${element}/value`, { text: file });
    },
  };
};

export const webkit: Engine = {
  name: 'WebKit',
  installed: demanded(
    'WebKit (webkit2gtk-driver, xvfb)',
    screen === undefined || driver === undefined ? undefined : miniBrowser,
  ),
  async open(address, _, work) {
    const display = `:${80 + (process.pid % 400)}`;
    const port = await freePort();
    const running: ChildProcess[] = [spawn(screen ?? '', [display, '-screen', '0', '1400x900x24'])];
    try {
      running.push(spawn(driver ?? '', [`--port=${port}`], { env: { ...process.env, DISPLAY: display } }));
      const call = callsOf(port);
      const wanted = { binary: miniBrowser, args: ['--automation'] };
      const { sessionId } = (await until(() =>
        call('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': wanted } } }),
      )) as { sessionId: string };
      const session = `/session/${sessionId}`;
      await call('POST', `${session}/window/rect`, { width: 1366, height: 820 });
      await call('POST', `${session}/url`, { url: address });
      await work(pageOf(call, session));
      await call('DELETE', session);
    } finally {
      for (const one of running.reverse()) one.kill();
    }
  },
};
