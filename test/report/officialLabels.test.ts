import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import type { Edition } from '../../src/report/edition';

const source = new URL('../../src/', import.meta.url);

/** Where an official label stands outside the editions all the same, and why. */
const reasons: Readonly<Record<string, string>> = {
  'rules/text/applicationStatements.ts': 'persons among the words that say nothing',
  'rules/text/caseStatements.ts': 'lawsuits, by their name in law',
  'rules/text/denials.ts': 'lawsuits, by their name in law',
  'rules/text/narrative.ts': 'documents, among others of which they are a part',
  'rules/text/sentences.ts': 'a slip that other characters make of a word',
  'rules/text/spokenNumbers.ts': 'persons, who are no pieces of anything',
  'rules/text/textRules.ts': 'sentences of the examples',
  'rules/values.ts': 'the label that an example lacks',
  'rules/form.ts': 'words by which a text is taken to cover a topic',
  'rules/words/words.zh.ts': 'what a rule demands, said of no edition',
  'rules/words/words.en.ts': 'what a rule demands, said of no edition',
  'rules/words/markdown.ts': 'what is not checked, on purpose',
};

/** A word this short is one of daily language: 总计, 规章, 其他. */
const shortest = 3;
const number = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/u;

/** Every official label of an edition without its number; what is read in its place (`also`) is none. */
function labelsOf(edition: Edition): string[] {
  const labels = (value: unknown): string[] => {
    if (typeof value === 'string') return [value.replace(number, '')];
    if (Array.isArray(value)) return value.flatMap(labels);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, part]) => (key === 'also' ? [] : labels(part)));
  };
  return labels([edition.sections, edition.tables]).filter(
    (label) => /\p{Script=Han}/u.test(label) && label.length >= shortest,
  );
}

const labels = [...new Set(editions.flatMap(labelsOf))];

/** What code says in strings, expressions and markup; comments are for readers of the code. */
function textsOf(file: string, code: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    const says =
      ts.isStringLiteralLike(node) ||
      ts.isRegularExpressionLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node) ||
      ts.isJsxText(node);
    if (says) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest));
  return texts;
}

const said = (file: string): string[] => {
  const code = readFileSync(new URL(file, source), 'utf8');
  const near = labels.filter((label) => code.includes(label));
  if (near.length === 0) return [];
  const texts = textsOf(file, code);
  return near.filter((label) => texts.some((text) => text.includes(label)));
};

test('no official label of an edition stands in the code outside the editions, but for the reasons given', () => {
  expect(labels.length).toBeGreaterThan(60);
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/u.test(file) && !file.startsWith('report/editions/'));
  const holding = files.flatMap((file) => {
    const found = said(file);
    return found.length === 0 ? [] : [[file, found] as const];
  });
  expect(holding.filter(([file]) => !Object.hasOwn(reasons, file))).toEqual([]);
  // A reason that nothing needs any more goes.
  expect(holding.map(([file]) => file).sort()).toEqual(Object.keys(reasons).sort());
});
