/** The page in the system's browser that builds a file which the pane could not hand over. Nothing leaves the machine. */
import { messageOf } from '../host/fault';
import { unpackErrand } from './export/errand';
import { makeFile, nameOf } from './export/files';
import { reportTitle } from '../report/sheet/sheet';
import { wordsOf } from './words/words';

const place = document.getElementById('save');

function add<Name extends keyof HTMLElementTagNameMap>(name: Name, text: string): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  place?.append(element);
  return element;
}

async function start(): Promise<void> {
  // In the frame of another page its buttons could be laid over this one's.
  const framed = window.top !== window.self;
  const errand = framed ? null : unpackErrand(window.location.hash.slice(1));
  const language = errand?.options.language ?? 'zh';
  const { save: say } = await wordsOf(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = say.title;
  add('h1', say.title);
  if (errand === null) {
    add('p', framed ? say.framed : say.unreadable);
    return;
  }
  try {
    const file = await makeFile(errand.format, errand.report, errand.options);
    const { unit, year } = errand.report;
    const name = nameOf(errand.format, errand.report, file);
    add('p', say.ready(name));
    add('p', say.origin(reportTitle(unit.name, year)));
    const link = add('a', say.save);
    link.href = URL.createObjectURL(new Blob([new Uint8Array(file.bytes)], { type: file.type }));
    link.download = name;
    add('p', say.afterwards);
  } catch (error) {
    add('p', say.failed(messageOf(error)));
  }
}

void start();
