import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../src/read/labels/number';

const plain = (value: number) => ({ value, unit: null, none: false });

describe('what a cell says as a number', () => {
  it.each([
    ['0', 0],
    ['1,234', 1234],
    ['134,691', 134691],
    ['1，234', 1234],
    ['１２３', 123],
    ['增 5', 5],
    ['增加5', 5],
    ['+5', 5],
    ['-417', -417],
    ['－417', -417],
    ['−417', -417],
    ['减3', -3],
    ['減少 3', -3],
    ['0.092', 0.092],
    ['59237.2449', 59237.2449],
    ['12件', 12],
    ['[1]', null],
    ['12 件', 12],
    ['-0', 0],
  ])('%s', (text, value) => expect(readNumber(text)).toEqual(value === null ? null : plain(value)));

  it.each([
    ['99.53万', 99.53, 'tenThousandYuan'],
    ['160.5964万元', 160.5964, 'tenThousandYuan'],
    ['160.5964萬元', 160.5964, 'tenThousandYuan'],
    ['251000元', 251000, 'yuan'],
    ['￥251,000元', 251000, 'yuan'],
  ])('%s keeps its unit beside it', (text, value, unit) =>
    expect(readNumber(text)).toEqual({ value, unit, none: false }),
  );

  it.each(['/', '／', '-', '—', '——', '－', '无', '無', ' / '])('%s is printed as none', (text) =>
    expect(readNumber(text)).toEqual({ value: 0, unit: null, none: true }),
  );

  it.each([
    ['984①', '①'],
    ['984²', '²'],
    ['12件⑴', '⑴'],
    ['984 *', '*'],
    ['984※', '※'],
    ['1,234❷', '❷'],
    ['９８４㈠', '㈠'],
  ])('%s: the mark of a note behind a number is said, and no digit of it', (text, mark) =>
    expect(readNumber(text)).toEqual({ ...readNumber(text.slice(0, -mark.length)), mark }),
  );

  it.each(['①', '²', 'Ⅷ', '9①84', '①984', '𝟗84', '98🄅000', '1㏠', '½', '5½'])(
    '%s: what compatibility alone calls a digit is none',
    (text) => expect(readNumber(text)?.value).toBeUndefined(),
  );

  it('two numbers that a space or a line parts are never joined', () => {
    fc.assert(
      fc.property(
        fc.nat(99_999),
        fc.constantFrom(' ', '\n', '\r\n', '\t', '　', '\u00a0', '\u2028', ' \u200b ', '\n\n'),
        fc.nat(99_999),
        fc.constantFrom('', '件', '①'),
        (first, parted, second, behind) => {
          expect(readNumber(`${first}${parted}${second}${behind}`)).toBeNull();
        },
      ),
    );
  });

  it.each(['-\n5', '— 5', '1,\n234', '5.\n7', '\u202e489'])('%j could be read two ways', (text) =>
    expect(readNumber(text)).toBeNull(),
  );

  it.each([
    ['12\n件', 12],
    ['9\u200b84', 984],
    ['- 417', -417],
  ])('%j is one number', (text, value) => expect(readNumber(text)).toEqual(plain(value)));

  it.each([
    ...['', ' ', '约10', '10余件', '1 2.3.4', '1,23', '见附件', '3-5', '1.属于国家秘密', '二', '5/6', '1e5'],
    ...['Infinity', '0x10', '９９９９９９９９９９９９９９９９９９９９'],
  ])('%s says no one number', (text) => expect(readNumber(text)).toBeNull());

  it('is the same in full-width digits, with thousands marks and with spaces around', () => {
    const wide = (text: string): string =>
      text.replace(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), (value) => {
        for (const text of [String(value), wide(String(value)), value.toLocaleString('en-US'), `　${value} `]) {
          expect(readNumber(text)).toEqual(plain(value === 0 ? 0 : value));
        }
      }),
    );
  });

  it('never fails, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc
            .integer({ min: 0, max: 0x2ffff })
            .map((code) => (code >= 0xd800 && code < 0xe000 ? '件' : String.fromCodePoint(code))),
        }),
        (text) => {
          expect(() => readNumber(text)).not.toThrow();
        },
      ),
    );
  });
});
