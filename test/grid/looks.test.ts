import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultStyle, type Border, type Style } from '../../src/book/sheet';
import { bookStyle, gridStyle, styleKey } from '../../src/workbench/grid/styles';

const colour = fc.stringMatching(/^#[0-9A-F]{6}$/);
/** Lines that the grid can tell apart. */
const line = fc.constantFrom(
  ['Continuous', 'Thin'],
  ['Continuous', 'Hairline'],
  ['Continuous', 'Medium'],
  ['Continuous', 'Thick'],
  ['Dot', 'Thin'],
  ['Dash', 'Medium'],
  ['Double', 'Thick'],
  ['SlantDashDot', 'Medium'],
) satisfies fc.Arbitrary<string[]>;
const border = fc
  .tuple(line, colour)
  .map(([[style, weight], color]) => ({ style, weight, color })) as fc.Arbitrary<Border>;

const style: fc.Arbitrary<Style> = fc.record({
  fill: fc.option(colour),
  fontName: fc.constantFrom('等线', '宋体', '黑体'),
  fontSize: fc.constantFrom(9, 11, 16),
  fontColor: colour,
  bold: fc.boolean(),
  italic: fc.boolean(),
  underline: fc.boolean(),
  horizontal: fc.constantFrom('General', 'Left', 'Center', 'Right', 'CenterAcrossSelection', 'Fill', 'Justify'),
  vertical: fc.constantFrom('Top', 'Center', 'Bottom', 'Justify'),
  wrap: fc.boolean(),
  indent: fc.nat(4),
  locked: fc.boolean(),
  borders: fc.record({ top: border, bottom: border, left: border, right: border }, { requiredKeys: [] }),
});
const format = fc.constantFrom('General', '0', '@', '0.######', '#,##0.00');

describe('looks', () => {
  test('a style that was drawn and not touched comes back as it was', () => {
    fc.assert(
      fc.property(style, format, (before, pattern) => {
        expect(bookStyle(gridStyle(before, pattern), before)).toEqual({ style: before, format: pattern });
      }),
    );
  });

  test('a look laid on another cell draws the same there', () => {
    fc.assert(
      fc.property(style, style, format, (look, before, pattern) => {
        const drawn = gridStyle(look, pattern);
        const after = bookStyle(drawn, before);
        expect(styleKey(gridStyle(after.style, after.format))).toBe(styleKey(drawn));
      }),
    );
  });

  test('what the book cannot keep is told from the same look without it', () => {
    expect(styleKey({ bl: 1, tr: { a: 45 } })).not.toBe(styleKey({ bl: 1 }));
    expect(styleKey({ bl: 0, ul: { s: 0 }, st: { s: 0 } })).toBe(styleKey(gridStyle(defaultStyle, 'General')));
  });

  test('colours of the menus are colours of the book', () => {
    for (const rgb of ['#fc0', '#FFCC00', 'rgb(255, 204, 0)', 'rgba(255,204,0,1)']) {
      expect(bookStyle({ bg: { rgb } }, defaultStyle).style.fill).toBe('#FFCC00');
    }
  });
});
