import { HtmlValidate, StaticConfigLoader } from 'html-validate/node';
import { expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { writeHtml, writeHtmlFragment, type HtmlOptions } from '../../src/write/html/html';
import { hostileReport, hostileTexts, sampleReport } from './samples';

/** Runs offline; the rules of the standard and those of accessibility. */
const validator = new HtmlValidate(
  new StaticConfigLoader({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] }),
);

async function complaints(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, column, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

const everything: HtmlOptions = {
  contact: '电话：0000-0000000\n传真：0000-0000001',
  signature: { unit: '云溪县林业局', date: { year: 2026, month: 1, day: 20 } },
  charts: true,
  previous: { ...sampleReport(), year: 2024 },
};

const pages: [string, string][] = [
  ...editions.flatMap(({ id }): [string, string][] => [
    [`the page of edition ${id}`, writeHtml(sampleReport(id))],
    [`the page of edition ${id} with all that can be asked for`, writeHtml(sampleReport(id), everything)],
    [`the fragment of edition ${id}`, writeHtmlFragment(sampleReport(id), everything)],
  ]),
  ...hostileTexts.flatMap(([name, text]): [string, string][] => [
    [`the page with ${name}`, writeHtml(hostileReport(text), { ...everything, contact: text })],
    [`the fragment with ${name}`, writeHtmlFragment(hostileReport(text), { ...everything, contact: text })],
  ]),
];

test.each(pages)('%s gives the validator nothing to say', async (_, html) => {
  expect(await complaints(html)).toEqual([]);
});

test.each([
  ['an empty header', 'empty-heading', (html: string) => html.replace(/(<h2[^>]*>)[^<]*/u, '$1')],
  ['an id that stands twice', 'no-dup-id', (html: string) => html.replaceAll(/id="[^"]*"/gu, 'id="a"')],
  ['a tag that is not closed', 'close-order', (html: string) => html.replace('</table>', '')],
  ['a page without a language', 'element-required-attributes', (html: string) => html.replace(' lang="zh-CN"', '')],
])('the validator sees %s', async (_, rule, spoil) => {
  expect((await complaints(spoil(writeHtml(sampleReport())))).join('\n')).toContain(rule);
});
