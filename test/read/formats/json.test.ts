import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editions } from '../../../src/report/editions';
import { figuresOf } from '../../../src/report/figures';
import { emptyReport } from '../../../src/report/empty';
import type { Report } from '../../../src/report/report';
import { readJson } from '../../../src/read/formats/json';

const refusal = (text: string) => {
  const result = readJson(text);
  return result.ok ? null : result.failure;
};

const valid = (): Report =>
  emptyReport(
    editions[0] ??
      (() => {
        throw new Error('no edition');
      })(),
    2020,
    '某某局',
  );

describe('the exchange form', () => {
  it('comes back as the same report', () => {
    for (const edition of editions) {
      fc.assert(
        fc.property(fc.array(fc.option(fc.nat(99999)), { minLength: 200, maxLength: 200 }), (values) => {
          const report = emptyReport(edition, 2022, '某某局');
          figuresOf(edition).forEach((figure, index) => (report.figures[figure.id] = values[index] ?? null));
          const result = readJson(JSON.stringify(report));
          expect(result).toMatchObject({ ok: true, readings: [{ report, doubts: [] }] });
        }),
        { numRuns: 20 },
      );
    }
  });

  it('keeps naming the figures that were not read', () => {
    const report = valid();
    report.marks['review.reconsideration.total'] = { state: 'unread', source: '第四部分表格' };
    expect(readJson(JSON.stringify(report))).toMatchObject({
      readings: [{ doubts: [{ kind: 'markedUnread', figures: ['review.reconsideration.total'] }] }],
    });
  });

  it('is refused where it is not JSON, of another kind, of another version', () => {
    expect(refusal('')).toMatchObject({ kind: 'empty' });
    expect(refusal('{"format": "gouji-report/1"')).toMatchObject({ kind: 'jsonSyntax' });
    expect(refusal('[1]')).toMatchObject({ kind: 'foreignJson' });
    expect(refusal('{"a":1}')).toMatchObject({ kind: 'foreignJson', details: { format: null } });
    expect(refusal('{"format":"invoice/1"}')).toMatchObject({ kind: 'foreignJson', details: { format: 'invoice/1' } });
    expect(refusal('{"format":"gouji-report/2"}')).toMatchObject({ kind: 'unknownMajor' });
    expect(refusal('{"format":"gouji-report/1","edition":"1999"}')).toMatchObject({ kind: 'unknownEdition' });
  });

  it('is refused with the name of a key that it does not know, wherever it stands', () => {
    expect(refusal(JSON.stringify({ ...valid(), extra: 1 }))).toMatchObject({
      kind: 'foreignKeys',
      details: { keys: ['extra'] },
    });
    const figures = { ...valid().figures, 'disclosure.fees.profit': 1 };
    expect(refusal(JSON.stringify({ ...valid(), figures }))).toMatchObject({
      kind: 'foreignKeys',
      details: { keys: ['disclosure.fees.profit'], at: 'figures' },
    });
  });

  it('is refused with the name of what is missing or wrong', () => {
    const { year: _year, ...rest } = valid();
    expect(refusal(JSON.stringify(rest))).toMatchObject({ kind: 'invalidJson', details: { at: 'year' } });
    const figures = { ...valid().figures, 'disclosure.fees.change': '5' };
    expect(refusal(JSON.stringify({ ...valid(), figures }))).toMatchObject({
      details: { at: 'figures.disclosure.fees.change' },
    });
  });

  it.each(['__proto__', 'constructor', 'prototype'])('is refused with a key %s at any depth', (key) => {
    const text = JSON.stringify(valid());
    for (const place of ['{', '"unit":{', '"figures":{']) {
      expect(refusal(text.replace(place, `${place}"${key}":{"x":1},`))).toMatchObject({
        kind: 'foreignKeys',
        details: { keys: [key] },
      });
    }
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('never fails, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => readJson(text)).not.toThrow();
      }),
    );
    expect(refusal(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)).not.toBeNull();
    expect(refusal('x'.repeat(6 * 1024 * 1024))).toMatchObject({ kind: 'tooLarge' });
  });
});

describe('what JSON can say and a report cannot', () => {
  const text = JSON.stringify(valid());

  it('one key twice, however it is written and wherever it stands, is refused by its name', () => {
    expect(refusal(text.replace('"year":', '"year":2019,"year":'))).toEqual({
      kind: 'repeatedKey',
      details: { key: 'year' },
    });
    expect(refusal(text.replace('"year":', String.raw`"\u0079ear" : 2019,"year":`))?.details).toEqual({ key: 'year' });
    const [id] = Object.keys(valid().figures) as [string];
    expect(refusal(text.replace(`"${id}":`, `"${id}":1,"${id}":`))?.details).toEqual({ key: id });
  });

  it('a key of another object and a paragraph that looks like keys are no second key', () => {
    const paragraphs = ['{"year": 1, "year": 2}', '"year":', '\\', '\\"', '}{'];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...paragraphs), fc.string()), { maxLength: 6 }), (overview) => {
        const report = { ...valid(), narrative: { ...valid().narrative, overview } };
        for (const space of [0, 2]) expect(refusal(JSON.stringify(report, null, space))).toBeNull();
      }),
    );
  });

  it('a format or an edition that is no text is refused, whatever it is', () => {
    for (const value of [null, 2021, true, [], [2021], {}, { toString: 1 }, { toJSON: 1 }]) {
      expect(refusal(JSON.stringify({ ...valid(), edition: value }))).toEqual({
        kind: 'invalidJson',
        details: { at: 'edition' },
      });
      expect(refusal(JSON.stringify({ ...valid(), format: value }))?.kind).toBe('foreignJson');
    }
  });

  it('a figure that no sum is exact with is refused with its place; one that is merely wrong is read to be checked', () => {
    for (const { id } of figuresOf(editions[0] as (typeof editions)[number])) {
      const holding = (value: string): string => text.replace(`"${id}":null`, `"${id}":${value}`);
      for (const value of ['1e308', '-1e308', '9007199254740992']) {
        expect(refusal(holding(value))).toEqual({ kind: 'figureTooLarge', details: { at: `figures.${id}` } });
      }
      expect(refusal(holding('1e999'))?.kind).toBe('invalidJson');
      const result = readJson(holding('-0.5'));
      expect(result.ok && result.readings[0]?.report.figures[id]).toBe(-0.5);
    }
  });

  it('a long text takes no long time', () => {
    const start = performance.now();
    const overview = ['"'.repeat(200_000), '\\'.repeat(200_000), '{'.repeat(200_000), '字'.repeat(500_000)];
    expect(refusal(JSON.stringify({ ...valid(), narrative: { ...valid().narrative, overview } }))).toBeNull();
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
