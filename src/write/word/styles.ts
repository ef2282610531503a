/** Styles and settings of the document, so that what a person adds by hand takes the same form. */
import { element, type Xml } from '../xml';
import { runFonts, type FontProfile } from './fonts';
import { field, paragraph, run, w, wordRoot } from './markup';
import { bodyCharacterSpacing, gridLine, sizes, twoCharacters } from './page';
import { tableStyle } from './table';

/** Half-points as `w:sz` and `w:szCs`. */
const size = (halfPoints: number): Xml[] => [w('sz', { val: halfPoints }), w('szCs', { val: halfPoints })];

const exactLine = (line: number, after = 0): Xml => w('spacing', { before: 0, after, line, lineRule: 'exact' });

/** First line indented by two characters, whatever their size becomes. */
const indented = w('ind', { firstLineChars: 200, firstLine: twoCharacters });

const paragraphStyle = (
  id: string,
  name: string,
  next: string | null,
  paragraphProperties: readonly (Xml | null)[],
  ...runProperties: readonly (Xml | readonly Xml[])[]
): Xml =>
  w(
    'style',
    { type: 'paragraph', styleId: id, ...(id === 'Normal' ? { default: 1 } : {}) },
    w('name', { val: name }),
    id === 'Normal' ? null : w('basedOn', { val: 'Normal' }),
    next === null ? null : w('next', { val: next }),
    w('qFormat'),
    paragraphProperties.length === 0 ? null : w('pPr', null, paragraphProperties),
    runProperties.length === 0 ? null : w('rPr', null, runProperties),
  );

/** Distance of the title's lines in twips. */
const titleLine = 720;

export const stylesPart = (fonts: FontProfile): Xml =>
  element(
    'w:styles',
    wordRoot,
    w(
      'docDefaults',
      null,
      w(
        'rPrDefault',
        null,
        w(
          'rPr',
          null,
          runFonts(fonts.body),
          w('kern', { val: 2 }),
          size(sizes.body),
          w('lang', { val: 'en-US', eastAsia: 'zh-CN', bidi: 'ar-SA' }),
        ),
      ),
      w('pPrDefault'),
    ),
    // Word counts the characters of the grid in the size of this style, so the size is said here again. The text itself
    // keeps 22 × 28 by its exact line and narrowed characters: LibreOffice gives a character wider than its grid cell two.
    paragraphStyle(
      'Normal',
      'Normal',
      null,
      [w('widowControl', { val: 0 }), w('snapToGrid', { val: 0 }), exactLine(gridLine), w('jc', { val: 'both' })],
      w('spacing', { val: bodyCharacterSpacing }),
      size(sizes.body),
    ),
    paragraphStyle(
      'Title',
      'Title',
      'BodyText',
      [w('keepNext'), w('keepLines'), exactLine(titleLine, gridLine), w('jc', { val: 'center' })],
      runFonts(fonts.title),
      w('spacing', { val: 0 }),
      size(sizes.title),
    ),
    paragraphStyle('BodyText', 'Body Text', null, [indented]),
    paragraphStyle(
      'Heading1',
      'heading 1',
      'BodyText',
      [w('keepNext'), indented, w('outlineLvl', { val: 0 })],
      runFonts(fonts.heading),
    ),
    paragraphStyle(
      'Heading2',
      'heading 2',
      'BodyText',
      [w('keepNext'), indented, w('outlineLvl', { val: 1 })],
      runFonts(fonts.subheading),
    ),
    paragraphStyle('TableText', 'Table Text', null, [w('jc', { val: 'left' })], w('spacing', { val: 0 })),
    paragraphStyle('Footer', 'footer', null, [w('spacing', { line: 240, lineRule: 'auto' })], w('spacing', { val: 0 })),
    w(
      'style',
      { type: 'table', default: 1, styleId: 'TableNormal' },
      w('name', { val: 'Normal Table' }),
      w('uiPriority', { val: 99 }),
      w('semiHidden'),
      w('unhideWhenUsed'),
      w('tblPr', null, w('tblInd', { w: 0, type: 'dxa' })),
    ),
    tableStyle,
  );

/** Odd and even pages differ; line breaking by the Chinese rules; the layout of Word 2013 and later. */
export const settingsPart: Xml = element(
  'w:settings',
  wordRoot,
  w('zoom', { percent: 100 }),
  w('bordersDoNotSurroundHeader'),
  w('bordersDoNotSurroundFooter'),
  w('defaultTabStop', { val: twoCharacters }),
  w('evenAndOddHeaders'),
  w('drawingGridVerticalSpacing', { val: gridLine }),
  w('characterSpacingControl', { val: 'compressPunctuation' }),
  w(
    'compat',
    null,
    w('compatSetting', { name: 'compatibilityMode', uri: 'http://schemas.microsoft.com/office/word', val: 15 }),
  ),
  w('themeFontLang', { val: 'en-US', eastAsia: 'zh-CN' }),
  w('decimalSymbol', { val: '.' }),
  w('listSeparator', { val: ',' }),
);

/** 一字线 on both sides of the number; odd pages right, even pages left, one character from the edge. */
export const footerPart = (fonts: FontProfile, page: 'odd' | 'even'): Xml => {
  const properties = [runFonts(fonts.pageNumber), ...size(sizes.pageNumber)];
  const indent =
    page === 'odd' ? { rightChars: 100, right: twoCharacters / 2 } : { leftChars: 100, left: twoCharacters / 2 };
  return element(
    'w:ftr',
    wordRoot,
    paragraph(
      'Footer',
      [w('ind', indent), w('jc', { val: page === 'odd' ? 'right' : 'left' })],
      run(['— '], ...properties),
      field('PAGE', page === 'odd' ? '1' : '2', ...properties),
      run([' —'], ...properties),
    ),
  );
};
