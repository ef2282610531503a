import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { edition2021 } from '../src/report/editions/2021';
import { edition2019 } from '../src/report/editions/2019';
import { figuresOf } from '../src/report/figures';
import { writeJson } from '../src/write/json';
import { writeWord } from '../src/write/word/word';
import { writeHtml } from '../src/write/html/html';
import { reportWorkbook } from '../src/papers/workbook';
import { reportOf, yearBefore, settle } from './units/contents';
import { zipOf } from './units/archive';
import { zipSync, strToU8 } from 'fflate';
const out = '/tmp/county/odd';
const put = (n: string, b: Uint8Array | string) => { const f = path.join(out, n); mkdirSync(path.dirname(f), { recursive: true }); writeFileSync(f, b); };
const book = (r: any, ed = edition2021) => reportWorkbook({ edition: ed, year: r.year, unit: r.unit.name, report: r, totals: 'typed', language: 'zh' });
const R = (name: string, seed: number, year = 2025, ed = edition2021) => reportOf(ed, name, year, seed);
const change = (r: any, f: any) => { const figures = { ...r.figures, ...f }; return { ...r, figures }; };
const a = R('云溪县财政局', 1);
put('a/云溪县财政局.docx', writeWord(a, {}));
put('a/云溪县财政局.xlsx', book(change(a, { 'applications.granted.person': (a.figures['applications.granted.person'] ?? 0) + 5 })));
// same report in docx + xlsx + html + json
const b = R('云溪县教育局', 2);
put('b/云溪县教育局.docx', writeWord(b, {}));
put('b/云溪县教育局.xlsx', book(b));
put('b/云溪县教育局.html', writeHtml(b, {}));
put('b/云溪县教育局.json', writeJson(b));
// two with same printed name
const c = R('=HYPERLINK("http://x","点")局', 3); put('c/注入.json', writeJson(c));
const d = R('云溪县水利局（本级） ', 4); put('d/水利.docx', writeWord(d, {}));
// rar/jpg etc.
put('e/云溪县林业局年报.rar', 'Rar!\x1a\x07'); put('e/云溪县民政局.jpg', 'x'); put('e/云溪县司法局.csv', '单位名称,1'); put('e/云溪县统计局.xlsm', book(R('云溪县统计局', 5)));
put('e/云溪县审计局.docm', writeWord(R('云溪县审计局', 6), {})); put('e/云溪县信访局.ofd', 'x'); put('e/云溪县商务局', 'noext'); put('e/云溪县科技局.7z', 'x'); put('e/云溪县档案局.DOCX', writeWord(R('云溪县档案局', 7), {}));
put('e/云溪县公安局.mht', 'x'); put('e/.hidden.docx', writeWord(R('云溪县隐藏局', 8), {})); put('e/~$云溪县.docx', 'x'); put('e/空.docx', '');
// zip in zip
const inner = zipOf([{ name: '云溪县税务局/年报.docx', bytes: writeWord(R('云溪县税务局', 9), {}) } as any], 'gb18030');
put('f/外.zip', zipOf([{ name: '乡镇/内（打包）.zip', bytes: inner } as any, { name: '云溪县粮食局.xlsx', bytes: book(R('云溪县粮食局', 10)) } as any, { name: '云溪县体育局.rar', bytes: strToU8('x')} as any], 'gb18030'));
// amounts
const amount = figuresOf(edition2021).filter(f => f.kind === 'amount').map(f => f.id);
console.log('amount ids', amount, 'n', figuresOf(edition2021).length);
const g1 = change(R('云溪县人社局', 11), { [amount[0]!]: 0.1 }); const g2 = change(R('云溪县医保局', 12), { [amount[0]!]: 0.2 }); const g3 = change(R('云溪县住建局', 13), { [amount[0]!]: 123456.123456 });
put('g/1.json', writeJson(g1)); put('g/2.json', writeJson(g2)); put('g/3.json', writeJson(g3));
put('h/2019.json', writeJson(R('云溪县老局', 14, 2025, edition2019)));
put('h/年2020.json', writeJson(R('云溪县二零局', 15, 2020, edition2019)));
put('h/空白.json', writeJson(change(R('云溪县空白局', 16), { 'applications.granted.person': null })));
put('h/负.json', writeJson(change(R('云溪县负数局', 17), { 'applications.granted.person': -3 })));
put('h/小数.json', writeJson(change(R('云溪县小数局', 18), { 'applications.granted.person': 2.5 })));
put('h/大.json', writeJson(change(R('云溪县大数局', 19), { 'applications.granted.person': 9007199254740993 })));
put('h/无名.json', writeJson({ ...R('x', 20), unit: { ...R('x', 20).unit, name: null } } as any));
put('h/无年.json', writeJson({ ...R('云溪县无年局', 21), year: null } as any));
// text file listing with two reports
