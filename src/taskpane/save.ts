/** The page in the system's browser that builds a file which the pane could not hand over. Nothing leaves the machine. */
import { unpackErrand } from './export/errand';
import { makeFile } from './export/files';
import { wordsOf } from './words/words';

const place = document.getElementById('save');

function add<Name extends keyof HTMLElementTagNameMap>(name: Name, text: string): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  place?.append(element);
  return element;
}

async function start(): Promise<void> {
  const errand = unpackErrand(window.location.hash.slice(1));
  const language = errand?.options.language ?? 'zh';
  const { save: say } = await wordsOf(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = say.title;
  add('h1', say.title);
  if (errand === null) {
    add('p', say.unreadable);
    return;
  }
  try {
    const file = await makeFile(errand.format, errand.report, errand.options);
    add('p', say.ready(errand.name));
    const link = add('a', say.save);
    link.href = URL.createObjectURL(new Blob([new Uint8Array(file.bytes)], { type: file.type }));
    link.download = errand.name;
    add('p', say.afterwards);
  } catch (error) {
    add('p', say.failed(error instanceof Error ? error.message : String(error)));
  }
}

void start();
