import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editions } from '../../src/report/editions';
import { figuresOf } from '../../src/report/figures';
import { emptyReport } from '../../src/report/empty';
import type { Report } from '../../src/report/report';
import { readJson } from '../../src/read/formats/json';

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
    expect(refusal('{"a":1}')).toMatchObject({ kind: 'foreignJson', details: { format: '' } });
    expect(refusal('{"format":"invoice/1"}')).toMatchObject({ kind: 'foreignJson', details: { format: 'invoice/1' } });
    expect(refusal('{"format":"gouji-report/2"}')).toMatchObject({ kind: 'unknownMajor' });
    expect(refusal('{"format":"gouji-report/1","edition":"1999"}')).toMatchObject({ kind: 'unknownEdition' });
  });

  it('is refused with the name of a key that it does not know, wherever it stands', () => {
    expect(refusal(JSON.stringify({ ...valid(), extra: 1 }))).toMatchObject({
      kind: 'foreignKeys',
      details: { keys: 'extra' },
    });
    const figures = { ...valid().figures, 'disclosure.fees.profit': 1 };
    expect(refusal(JSON.stringify({ ...valid(), figures }))).toMatchObject({
      kind: 'foreignKeys',
      details: { keys: 'disclosure.fees.profit', at: 'figures' },
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
        details: { keys: key },
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
