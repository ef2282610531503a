/** What the eye reads in a cell is what is read, whatever else the file holds there. */
import {
  asideOf as asideOfOld,
  lookOf as lookOfOld,
  takeGround,
  type Grounds,
} from '../../src/read/formats/word/wordLook';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ArchiveError, openArchive, type Archive } from '../../src/read/containers/archive';
import { Budget } from '../../src/read/containers/budget';
import { blocksOf } from '../../src/read/formats/word/docxBlocks';
import { boundIn } from '../../src/read/formats/word/docxBinding';
import { documentBlocks } from '../../src/read/formats/word/docx';
import { wordPackage } from './files';
import { stylesOf } from '../../src/read/formats/word/docxLook';
import { blocksOfPage } from '../../src/read/formats/html';
import type { AsideKind } from '../../src/read/containers/runs';
import { gridOf, type DocumentBlock } from '../../src/read/containers/tree';
import { readNumber } from '../../src/read/labels/number';

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const styles = stylesOf(
  strToU8(`<w:styles ${space}><w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="a"/>
  <w:style w:type="character" w:styleId="Note"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Secret2"><w:basedOn w:val="Secret"/></w:style>
  <w:style w:type="paragraph" w:styleId="Old"><w:rPr><w:strike/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="List"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="List2"><w:basedOn w:val="List"/></w:style>
  <w:style w:type="paragraph" w:styleId="NoList"><w:basedOn w:val="List"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
  <w:style w:type="character" w:styleId="Empty"><w:rPr><w14:textFill xmlns:w14="w14"><w14:noFill/></w14:textFill></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Pale"><w:rPr><w14:textFill xmlns:w14="w14"><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`),
);

interface Shown {
  readonly text: string;
  readonly kinds: readonly AsideKind[];
}

function shownIn(blocks: readonly DocumentBlock[]): Shown {
  const table = blocks.find((block) => block.kind === 'table');
  if (table === undefined) throw new Error('no table');
  const { values, asides } = gridOf(table, new Budget());
  return { text: values[0]?.[0] ?? '', kinds: asides.at({ row: 0, column: 0 }).map(({ kind }) => kind) };
}

const rowProperties = /^<w:trPr>.*?<\/w:trPr>/u;
const inWord = (content: string): Shown =>
  shownIn(
    blocksOf(
      strToU8(
        `<w:document ${space} xmlns:mc="m" xmlns:m="o" xmlns:w14="w14" xmlns:a="a"><w:body><w:tbl><w:tr>${rowProperties.exec(content)?.[0] ?? ''}<w:tc>${content.replace(rowProperties, '')}</w:tc></w:tr></w:tbl></w:body></w:document>`,
      ),
      styles,
    ),
  );
const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const line = (content: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${code}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const shownBy = (code: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>${code}</w:instrText><w:fldChar w:fldCharType="end"/></w:r>`;
const alternatives = (choice: string, fallback: string): string =>
  `<w:r><mc:AlternateContent>${choice}${fallback === '' ? '' : `<mc:Fallback><w:t>${fallback}</w:t></mc:Fallback>`}</mc:AlternateContent></w:r>`;

describe('a cell of a Word table', () => {
  it.each<[string, string, string, readonly AsideKind[]]>([
    ['superscript', line(run('984') + run('1', '<w:vertAlign w:val="superscript"/>')), '984', ['mark']],
    ['subscript', line(run('984') + run('1', '<w:vertAlign w:val="subscript"/>')), '984', ['mark']],
    ['on the line again', line(run('984', '<w:rStyle w:val="Note"/><w:vertAlign w:val="baseline"/>')), '984', []],
    ['a style that raises', line(run('984') + run('1', '<w:rStyle w:val="Note"/>')), '984', ['mark']],
    [
      'a typed mark of a footnote',
      line(`${run('984')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t></w:r>`),
      '984',
      ['mark'],
    ],
    ['crossed out', line(run('7', '<w:strike/>') + run('984')), '984', ['struck']],
    ['crossed out twice', line(run('7', '<w:dstrike/>') + run('984')), '984', ['struck']],
    ['not crossed out', line(run('984', '<w:strike w:val="0"/>')), '984', []],
    ['a style that crosses out', line(run('7'), '<w:pStyle w:val="Old"/>') + line(run('984')), '984', ['struck']],
    ['deleted', line(`<w:del w:id="1"><w:r><w:delText>7</w:delText></w:r></w:del>${run('984')}`), '984', ['deleted']],
    ['moved away', line(`<w:moveFrom w:id="1">${run('7')}</w:moveFrom>${run('984')}`), '984', ['deleted']],
    ['inserted', line(`${run('98')}<w:ins w:id="1">${run('4')}</w:ins>`), '984', []],
    ['hidden', line(run('984') + run('7', '<w:vanish/>')), '984', ['hidden']],
    ['a style that hides', line(run('984') + run('7', '<w:rStyle w:val="Secret"/>')), '984', ['hidden']],
    ['based on a style that hides', line(run('984') + run('7', '<w:rStyle w:val="Secret2"/>')), '984', ['hidden']],
    ['a paragraph style that hides', line(run('7'), '<w:pStyle w:val="Gone"/>') + line(run('984')), '984', ['hidden']],
    [
      'two styles that hide show it, as Word has it',
      line(run('984', '<w:rStyle w:val="Secret"/>'), '<w:pStyle w:val="Gone"/>'),
      '984',
      [],
    ],
    ['shown against its style', line(run('984', '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>')), '984', []],
    ['a digit as a symbol', line(`${run('98')}<w:r><w:sym w:font="Symbol" w:char="F034"/></w:r>`), '984', []],
    [
      'a circled digit as a symbol',
      line(`${run('984')}<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>`),
      '984①',
      [],
    ],
    ['code of a field', line(field('<w:r><w:instrText>=7</w:instrText></w:r>', run('984'))), '984', []],
    ['a field in the code of another', line(field(field('', run('7')), run('984'))), '984', []],
    [
      'a list to choose from',
      line(
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="7"/><w:listEntry w:val="984"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      ),
      '984',
      [],
    ],
    [
      'a prompt',
      line(`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('0')}</w:sdtContent></w:sdt>`),
      '',
      ['object'],
    ],
    [
      'the number of a list alone',
      line('', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'),
      '',
      ['object'],
    ],
    ['the number of a list before another', line(run('5'), '<w:numPr><w:numId w:val="3"/></w:numPr>'), '5…', []],
    ['a list before words', line(run('规章'), '<w:numPr><w:numId w:val="3"/></w:numPr>'), '规章', []],
    ['a list that was taken off', line(run('984'), '<w:numPr><w:numId w:val="0"/></w:numPr>'), '984', []],
    ['the number of a list by its style alone', line('', '<w:pStyle w:val="List"/>'), '', ['object']],
    ['a list by the style that its own is based on', line(run('5'), '<w:pStyle w:val="List2"/>'), '5…', []],
    ['a style that is no list again', line(run('984'), '<w:pStyle w:val="NoList"/>'), '984', []],
    [
      'a list of its style that was taken off',
      line(run('984'), '<w:pStyle w:val="List"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      '984',
      [],
    ],
    ['sizes that hardly differ', line(run('98', '<w:sz w:val="21"/>') + run('4', '<w:sz w:val="18"/>')), '984', []],
    ['a small word', line(run('984', '<w:sz w:val="21"/>') + run('件', '<w:sz w:val="12"/>')), '984件', []],
    ['all of it small', line(run('9', '<w:sz w:val="12"/>') + run('84', '<w:sz w:val="12"/>')), '984', []],
    [
      'in the colour of its ground',
      line(run('984') + run('7', '<w:color w:val="FF0000"/><w:shd w:val="clear" w:fill="ff0000"/>')),
      '984',
      ['hidden'],
    ],
    [
      'in the colour of its cell',
      `<w:tcPr><w:shd w:val="clear" w:fill="D9D9D9"/></w:tcPr>${line(run('984') + run('7', '<w:color w:val="d9d9d9"/>'))}`,
      '984',
      ['hidden'],
    ],
    [
      'white in a dark cell',
      `<w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr>${line(run('984', '<w:color w:val="FFFFFF"/>'))}`,
      '984',
      [],
    ],
    ['all of it white', line(run('984', '<w:color w:val="FFFFFF"/>')), '984', ['unseen']],
    [
      'white as the theme has it',
      line(run('984', '<w:color w:val="FFFFFF" w:themeColor="background1"/>')),
      '984',
      ['unseen'],
    ],
    [
      'white in a white cell',
      `<w:tcPr><w:shd w:val="clear" w:fill="FFFFFF"/></w:tcPr>${line(run('984', '<w:color w:val="FFFFFF"/>'))}`,
      '984',
      ['unseen'],
    ],
    [
      'nearly the colour of its cell',
      `<w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr>${line(run('984', '<w:color w:val="1F4E80"/>'))}`,
      '984',
      ['unseen'],
    ],
    [
      'white in a cell of the theme',
      `<w:tcPr><w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/></w:tcPr>${line(run('984', '<w:color w:val="FFFFFF"/>'))}`,
      '984',
      ['faint'],
    ],
    [
      'white on a pattern',
      `<w:tcPr><w:shd w:val="pct50" w:color="000000" w:fill="FFFFFF"/></w:tcPr>${line(run('984', '<w:color w:val="FFFFFF"/>'))}`,
      '984',
      ['faint'],
    ],
    [
      'black on a pattern that is all but black',
      `<w:tcPr><w:shd w:val="pct95" w:color="auto" w:fill="FFFFFF"/></w:tcPr>${line(run('984', '<w:color w:val="000000"/>'))}`,
      '984',
      ['unseen'],
    ],
    ['under a black marker', line(run('984', '<w:highlight w:val="black"/>')), '984', ['faint']],
    ['under a yellow marker', line(run('984', '<w:highlight w:val="yellow"/>')), '984', []],
    [
      'black under a black marker',
      line(run('984', '<w:color w:val="000000"/><w:highlight w:val="black"/>')),
      '',
      ['hidden'],
    ],
    [
      'under a drawing that hangs on it',
      line(
        `${run('984')}<w:r><w:drawing><wp:anchor behindDoc="0"><wp:wrapNone/><wps:wsp><a:prstGeom prst="rect"/></wps:wsp></wp:anchor></w:drawing></w:r>`,
      ),
      '984…',
      [],
    ],
    [
      'before a drawing behind the text',
      line(`${run('984')}<w:r><w:drawing><wp:anchor behindDoc="1"><wp:wrapNone/></wp:anchor></w:drawing></w:r>`),
      '984',
      [],
    ],
    [
      'under a rectangle of old Word',
      line(`${run('984')}<w:r><w:pict><v:rect style="position:absolute;width:40pt" fillcolor="white"/></w:pict></w:r>`),
      '984…',
      [],
    ],
    [
      'before a rectangle behind it',
      line(`${run('984')}<w:r><w:pict><v:rect style="position:absolute;z-index:-1" fillcolor="white"/></w:pict></w:r>`),
      '984',
      [],
    ],
    ['in a frame without height', line(run('984'), '<w:framePr w:h="1" w:hRule="exact"/>'), '984', ['unseen']],
    ['pushed out of its cell', line(run('984'), '<w:ind w:left="20000"/>'), '984', ['unseen']],
    [
      'white on a paragraph that is dark',
      line(run('984', '<w:color w:val="FFFFFF"/>'), '<w:shd w:val="solid" w:color="auto" w:fill="FFFFFF"/>'),
      '984',
      [],
    ],
    [
      'white on its own ground',
      line(run('984', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="C00000"/>')),
      '984',
      [],
    ],
    [
      'filled with white',
      line(run('984', '<w14:textFill><w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill></w14:textFill>')),
      '984',
      ['unseen'],
    ],
    [
      'filled with white that is made darker',
      line(
        run(
          '984',
          '<w14:textFill><w14:solidFill><w14:schemeClr w14:val="bg1"><w14:lumMod w14:val="50000"/></w14:schemeClr></w14:solidFill></w14:textFill>',
        ),
      ),
      '984',
      [],
    ],
    [
      'filled with black that is made white',
      line(
        run(
          '984',
          '<w14:textFill><w14:solidFill><w14:schemeClr w14:val="tx1"><w14:lumOff w14:val="100000"/></w14:schemeClr></w14:solidFill></w14:textFill>',
        ),
      ),
      '984',
      ['unseen'],
    ],
    [
      'filled with several colours',
      line(
        run(
          '984',
          '<w14:textFill><w14:gradFill><w14:gsLst><w14:gs><w14:srgbClr w14:val="0000FF"/></w14:gs><w14:gs><w14:srgbClr w14:val="FFFFFF"/></w14:gs></w14:gsLst></w14:gradFill></w14:textFill>',
        ),
      ),
      '984',
      [],
    ],
    ['filled with nothing by its style', line(run('984') + run('7', '<w:rStyle w:val="Empty"/>')), '984', ['hidden']],
    ['filled with white by its style', line(run('984', '<w:rStyle w:val="Pale"/>')), '984', ['unseen']],
    [
      'white by the theme, whatever is kept beside it',
      line(run('984', '<w:color w:val="000000" w:themeColor="background1"/>')),
      '984',
      ['unseen'],
    ],
    [
      'black by the theme, whatever is kept beside it',
      line(run('984', '<w:color w:val="FFFFFF" w:themeColor="text1"/>')),
      '984',
      [],
    ],
    ['digits far apart', line(run('98', '<w:spacing w:val="400"/>') + run('4')), '984', ['unclear']],
    ['of one point', line(run('984', '<w:sz w:val="2"/>')), '984', ['unseen']],
    [
      'white under a dark marker',
      line(run('984', '<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>')),
      '984',
      [],
    ],
    [
      'white under a yellow marker',
      line(run('984', '<w:color w:val="FFFFFF"/><w:highlight w:val="yellow"/>')),
      '984',
      ['unseen'],
    ],
    ['letters upon each other', line(run('984', '<w:spacing w:val="-200"/><w:sz w:val="21"/>')), '984', ['unseen']],
    ['letters a little closer', line(run('984', '<w:spacing w:val="-10"/>')), '984', []],
    ['squeezed into nothing', line(run('984', '<w:fitText w:val="10"/>')), '984', ['unseen']],
    ['in lines without height', line(run('984'), '<w:spacing w:line="10" w:lineRule="exact"/>'), '984', ['unseen']],
    [
      'in lines of their own height',
      line(run('984'), '<w:spacing w:before="10" w:line="240" w:lineRule="auto"/>'),
      '984',
      [],
    ],
    ['a sign of another typeface', line('<w:r><w16:symEx w16:font="Emoji" w16:char="1F522"/></w:r>'), '', ['object']],
    ['squeezed to a line', line(run('984', '<w:w w:val="1"/>')), '984', ['unseen']],
    [
      'in a row without height',
      `<w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr>${line(run('984'))}`,
      '984',
      ['unseen'],
    ],
    ['in a row of at least that height', `<w:trPr><w:trHeight w:val="1"/></w:trPr>${line(run('984'))}`, '984', []],
    ['a calculation without a result', line(shownBy('=SUM(ABOVE)')), '', ['uncalculated']],
    ['one in short', line('<w:fldSimple w:instr=" =SUM(LEFT) "/>'), '', ['uncalculated']],
    [
      'one whose result is nothing',
      line(field('<w:r><w:instrText>=SUM(LEFT)</w:instrText></w:r>', '')),
      '',
      ['uncalculated'],
    ],
    ['one with a result in short', line(`<w:fldSimple w:instr="=SUM(LEFT)">${run('984')}</w:fldSimple>`), '984', []],
    ['another field without a result', line(shownBy('DOCPROPERTY 件数')), '', ['uncalculated']],
    ['a place of the document', line(`${run('984')}${shownBy('TC 件数')}`), '984', []],
    ['an empty box of a form', line(shownBy('FORMTEXT')), '', []],
    [
      'filled with nothing',
      line(run('984') + run('7', '<w14:textFill><w14:noFill/></w14:textFill>')),
      '984',
      ['hidden'],
    ],
    ['no line around letters', line(run('984', '<w14:textOutline><w14:noFill/></w14:textOutline>')), '984', []],
    [
      'a cell with a line around it',
      `<w:tcPr><w:tcBorders><w:tl2br w:val="nil"/></w:tcBorders></w:tcPr>${line(run('984'))}`,
      '984',
      [],
    ],
    ['a content control', line(`<w:sdt><w:sdtPr/><w:sdtContent>${run('984')}</w:sdtContent></w:sdt>`), '984', []],
    [
      'what is shown instead',
      line(alternatives('<mc:Choice Requires="other"><w:t>7</w:t></mc:Choice>', '984')),
      '984',
      [],
    ],
    ['the first choice', line(alternatives('<mc:Choice Requires="wps"><w:t>984</w:t></mc:Choice>', '7')), '984', []],
    [
      'one choice of two',
      line(
        alternatives(
          '<mc:Choice Requires="w14"><w:t>984</w:t></mc:Choice><mc:Choice Requires="wps"><w:t>7</w:t></mc:Choice>',
          '8',
        ),
      ),
      '984',
      [],
    ],
    ['no other way', line(alternatives('<mc:Choice Requires="other"><w:t>984</w:t></mc:Choice>', '')), '984', []],
    [
      'ruby',
      line(`<w:r><w:ruby><w:rt>${run('7')}</w:rt><w:rubyBase>${run('984')}</w:rubyBase></w:ruby></w:r>`),
      '984',
      [],
    ],
    [
      'an exponent',
      line(
        `<m:oMath><m:sSup><m:e><m:r><m:t>984</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>`,
      ),
      '984',
      ['mark'],
    ],
    ['raised by hand', line(run('98') + run('4', '<w:position w:val="6"/>')), '984', ['unclear']],
    ['two lines in one', line(run('9') + run('84', '<w:eastAsianLayout w:id="1" w:combine="1"/>')), '984', ['unclear']],
    ['figures of years turned upright', line(run('984', '<w:eastAsianLayout w:id="1" w:vert="1"/>')), '984', []],
    ['a circled word that a field makes', line(shownBy(' eq \\o\\ac(○,密)')), '', ['object']],
    [
      'letters as art',
      line('<w:r><w:pict><v:shape><v:textpath string="984"/></v:shape></w:pict></w:r>'),
      '',
      ['object'],
    ],
    ['all of it raised by hand', line(run('984', '<w:position w:val="6"/>')), '984', []],
  ])('%s', (_, content, text, kinds) => {
    const shown = inWord(content);
    expect({ text: shown.text.trim(), kinds: shown.kinds }).toEqual({ text, kinds });
  });

  it.each([
    ['two paragraphs', line(run('5')) + line(run('7'))],
    ['a line break', line('<w:r><w:t>5</w:t><w:br/><w:t>7</w:t></w:r>')],
    ['a tab', line('<w:r><w:t>5</w:t><w:tab/><w:t>7</w:t></w:r>')],
    ['a fraction', line('<m:f><m:num><m:r><m:t>5</m:t></m:r></m:num><m:den><m:r><m:t>7</m:t></m:r></m:den></m:f>')],
    [
      'the code of a field that goes on in the next paragraph',
      `${line('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF 1=1</w:instrText></w:r>')}${line(`${run('9')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('57')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`)}`,
    ],
    ['a note between digits', line(run('5') + run('1', '<w:vertAlign w:val="superscript"/>') + run('7'))],
    ['a digit of a typeface of pictures', line(run('57', '<w:rFonts w:ascii="Wingdings"/>'))],
    ['bars for digits', line(run('57', '<w:rFonts w:ascii="Code 128"/>'))],
    ['a digit as small as a mark', line(run('5', '<w:sz w:val="21"/>') + run('7', '<w:sz w:val="12"/>'))],
    ['a small digit beside one of the usual size', line(run('5') + run('7', '<w:sz w:val="12"/>'))],
    ['a small digit before it', line(run('5', '<w:sz w:val="12"/>') + run('7', '<w:sz w:val="24"/>'))],
    ['the number of pages', line(field('<w:r><w:instrText> NUMPAGES </w:instrText></w:r>', run('57')))],
    ['the day of today in short', line(`<w:fldSimple w:instr="DATE">${run('57')}</w:fldSimple>`)],
    ['a field without an end', line(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('57')}`)],
    ['a root', line('<m:oMath><m:rad><m:deg/><m:e><m:r><m:t>57</m:t></m:r></m:e></m:rad></m:oMath>')],
    [
      'figures above each other in a formula',
      line(
        '<m:oMath><m:limLow><m:e><m:r><m:t>5</m:t></m:r></m:e><m:lim><m:r><m:t>7</m:t></m:r></m:lim></m:limLow></m:oMath>',
      ),
    ],
    ['a line drawn over it', line(`${run('57')}<w:r><w:drawing><a:prstGeom prst="line"/></w:drawing></w:r>`)],
    [
      'a line from corner to corner',
      `<w:tcPr><w:tcBorders><w:tl2br w:val="single"/></w:tcBorders></w:tcPr>${line(run('57'))}`,
    ],
    ['a tab to the margin', line('<w:r><w:t>5</w:t><w:ptab w:alignment="right"/><w:t>7</w:t></w:r>')],
    ['from right to left', line(`<w:bdo w:val="rtl">${run('57')}</w:bdo>`)],
    ['a circled figure that a field makes', line(run('57') + shownBy('EQ \\o\\ac(○,1)'))],
    ['a fraction that a field makes', line(shownBy('EQ \\f(5,7)'))],
    ['one that a field in short makes', line(`${run('57')}<w:fldSimple w:instr="EQ \\s\\up(1)"/>`)],
    ['what a click replaces', line(shownBy('MACROBUTTON NoMacro 57'))],
    ['the day of today', line('<w:r><w:dayShort/></w:r>')],
    ['a number that Word counts', line(`${run('57')}${shownBy('AUTONUM')}`)],
    [
      'a result that Word makes anew',
      line(
        `<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/><w:instrText>=SUM(LEFT)</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${run('57')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
    ],
    ['one in short', line(`<w:fldSimple w:instr="=SUM(LEFT)" w:dirty="1">${run('57')}</w:fldSimple>`)],
  ])('%s makes no one number', (_, content) => {
    const { text } = inWord(content);
    expect(text).not.toBe('');
    expect(readNumber(text)).toBeNull();
  });
});

const inPage = (content: string, style = ''): Shown =>
  shownIn(blocksOfPage(`<style>${style}</style><table><tr><td>${content}</td></tr></table>`, new Budget()));

describe('a table whose style looks otherwise in a part', () => {
  const styled = (type: string, properties: string, content = run('984'), cell = '', table = ''): Shown =>
    shownIn(
      blocksOf(
        strToU8(
          `<w:document ${space}><w:body><w:tbl><w:tblPr><w:tblStyle w:val="T2"/>${table}</w:tblPr><w:tr><w:tc>${line(content)}</w:tc></w:tr></w:tbl></w:body></w:document>`,
        ),
        stylesOf(
          strToU8(
            `<w:styles ${space}><w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="${type}"><w:rPr>${properties}</w:rPr>${cell}</w:tblStylePr></w:style><w:style w:type="table" w:styleId="T2"><w:basedOn w:val="T"/></w:style></w:styles>`,
          ),
        ),
      ),
    );
  it.each(['band1Horz', 'band2Horz', 'lastRow', 'lastCol', 'band2Vert', 'seCell'])(
    'gives no number from it where the part is %s, for nobody here can tell which that is',
    (type) => {
      for (const properties of ['<w:strike/>', '<w:vanish/>', '<w:vertAlign w:val="superscript"/>'])
        expect(readNumber(styled(type, properties).text)).toBeNull();
    },
  );
  const white = '<w:color w:val="FFFFFF"/>';
  const dark = '<w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr>';

  it('gives no number from white or tiny letters in a part without a ground, and one on a dark ground', () => {
    for (const properties of [white, '<w:sz w:val="2"/>'])
      expect(readNumber(styled('band1Horz', properties).text)).toBeNull();
    expect(styled('band1Horz', white, run('984'), dark)).toEqual({ text: '984', kinds: [] });
  });
  it('is read under the look that the style gives to the whole table', () => {
    expect(styled('wholeTable', white).kinds).toEqual(['unseen']);
    expect(styled('wholeTable', '<w:vanish/>').kinds).toEqual(['hidden']);
    expect(styled('wholeTable', white, run('984'), dark)).toEqual({ text: '984', kinds: [] });
  });
  it('is read under the style of tables that name none', () => {
    const hidden = stylesOf(
      strToU8(
        `<w:styles ${space}><w:style w:type="table" w:default="1" w:styleId="N"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="table" w:styleId="T"/></w:styles>`,
      ),
    );
    const kinds = (table: string): readonly AsideKind[] =>
      shownIn(
        blocksOf(
          strToU8(
            `<w:document ${space}><w:body><w:tbl><w:tblPr>${table}</w:tblPr><w:tr><w:tc>${line(run('984'))}</w:tc></w:tr></w:tbl></w:body></w:document>`,
          ),
          hidden,
        ),
      ).kinds;
    expect(kinds('')).toEqual(['hidden']);
    expect(kinds('<w:tblStyle w:val="T"/>')).toEqual([]);
  });
  it.each([
    ['lastRow', '<w:tblLook w:val="04A0"/>'],
    ['lastRow', '<w:tblLook w:lastRow="0"/>'],
    ['band1Horz', '<w:tblLook w:val="0600"/>'],
    ['band2Vert', '<w:tblLook w:noVBand="1"/>'],
  ])('is plain where the table does not take over %s: %s', (type, look) => {
    expect(styled(type, '<w:vanish/>', run('984'), '', look)).toEqual({ text: '984', kinds: [] });
    expect(readNumber(styled(type, '<w:vanish/>').text)).toBeNull();
  });
  it('reads white letters with a doubt where the style paints parts dark', () => {
    const painted = (type: string, fill: string): readonly AsideKind[] =>
      shownIn(
        blocksOf(
          strToU8(
            `<w:document ${space}><w:body><w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tr><w:tc>${line(run('984', '<w:color w:val="FFFFFF"/>'))}</w:tc></w:tr></w:tbl></w:body></w:document>`,
          ),
          stylesOf(
            strToU8(
              `<w:styles ${space}><w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="${type}"><w:tcPr><w:shd w:val="clear" w:fill="${fill}"/></w:tcPr></w:tblStylePr></w:style></w:styles>`,
            ),
          ),
        ),
      ).kinds;
    expect(painted('lastRow', '1F4E79')).toEqual(['faint']);
    expect(painted('firstRow', '1F4E79')).toEqual(['unseen']);
    expect(painted('band1Horz', 'F2F2F2')).toEqual(['unseen']);
  });
  it('is plain where the part holds labels, or only has another colour', () => {
    expect(styled('firstRow', '<w:strike/>').text).toBe('984');
    expect(styled('band1Horz', '<w:color w:val="1F4E79"/><w:b/>').text).toBe('984');
    expect(styled('band1Horz', '<w:strike w:val="0"/>').text).toBe('984');
    expect(styled('band1Horz', '<w:strike/>', run('规章')).text).toBe('规章');
  });
});

describe('a document whose fields Word makes anew when it opens it', () => {
  const package_ = (settings: string): Uint8Array =>
    wordPackage(
      `<w:tbl><w:tr><w:tc>${line(field('<w:r><w:instrText>DOCPROPERTY 件数</w:instrText></w:r>', run('984')))}</w:tc></w:tr></w:tbl>`,
      { 'word/settings.xml': strToU8(`<w:settings ${space}>${settings}</w:settings>`) },
    );
  const shown = (settings: string): string => shownIn(documentBlocks(openArchive(package_(settings)), null)).text;

  it('gives no number of a field', () => {
    expect(readNumber(shown('<w:updateFields w:val="true"/>'))).toBeNull();
    expect(readNumber(shown('<w:updateFields/>'))).toBeNull();
    expect(shown('<w:updateFields w:val="false"/>')).toBe('984');
    expect(shown('')).toBe('984');
  });
});

describe('a sum in a table of Word', () => {
  const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
  const plain = (...texts: readonly string[]): string =>
    texts.map((text) => cell(line(text === '' ? '' : run(text)))).join('');
  const sum = (code: string, shown: string): string =>
    cell(line(field(`<w:r><w:instrText>${code}</w:instrText></w:r>`, run(shown))));
  const short = (code: string, shown: string): string =>
    cell(line(`<w:fldSimple w:instr="${code}">${run(shown)}</w:fldSimple>`));
  /** What is told of the last cell of the last of these rows. */
  const lastOf = (...rows: readonly string[]): readonly AsideKind[] => {
    const body = rows.map((row) => `<w:tr>${row}</w:tr>`).join('');
    const [table] = blocksOf(
      strToU8(`<w:document ${space}><w:body><w:tbl>${body}</w:tbl></w:body></w:document>`),
      styles,
    );
    if (table?.kind !== 'table') throw new Error('no table');
    const { values, asides } = gridOf(table, new Budget());
    const at = { row: values.length - 1, column: (values.at(-1)?.length ?? 0) - 1 };
    return asides.at(at).map(({ kind }) => kind);
  };

  it.each([
    ['of those before it', plain('（一）', '5', '7'), (shown: string) => sum('=SUM(LEFT)', shown)],
    ['of those before it, in short', plain('（一）', '5', '7'), (shown: string) => short(' =SUM( LEFT ) ', shown)],
    ['under a format', plain('（一）', '5', '7'), (shown: string) => sum('=SUM(LEFT) \\# "0"', shown)],
    ['of cells by their names', plain('（一）', '5', '7'), (shown: string) => sum('=SUM(B1:C1)', shown)],
    ['of cells added one by one', plain('（一）', '5', '7'), (shown: string) => sum('=B1+C1', shown)],
    ['that passes over blank cells', plain('（一）', '5', '', '7'), (shown: string) => sum('=SUM(LEFT)', shown)],
  ])('%s is doubted where the cells do not give it, and only there', (_, before, write) => {
    expect(lastOf(before + write('12'))).toEqual([]);
    expect(lastOf(before + write('13'))).toEqual(['stale']);
  });

  it('however large, by the smallest unit of any figure', () => {
    const before = plain('（一）', '2000000', '7');
    expect(lastOf(before + sum('=SUM(LEFT)', '2000007'))).toEqual([]);
    expect(lastOf(before + sum('=SUM(LEFT)', '2000008'))).toEqual(['stale']);
  });

  it('of those above it, also beneath cells that are wider', () => {
    const wide = cell(line(run('9')), '<w:gridSpan w:val="2"/>');
    expect(lastOf(plain('一', '5'), plain('二', '7'), plain('合计') + sum('=SUM(ABOVE)', '12'))).toEqual([]);
    expect(lastOf(plain('一', '5'), plain('二', '7'), plain('合计') + sum('=SUM(ABOVE)', '11'))).toEqual(['stale']);
    expect(lastOf(wide + plain('5'), plain('二', '三') + sum('=SUM(ABOVE)', '5'))).toEqual([]);
  });

  it('counts the figure before a label as Word does, where it was counted', () => {
    expect(lastOf(plain('1.属于国家秘密', '5') + sum('=SUM(LEFT)', '6'))).toEqual([]);
  });

  it.each([
    ['a mean', '=AVERAGE(LEFT)'],
    ['cells of another table', '=SUM(表一 B2:C2)'],
    ['cells that are not there', '=SUM(B9:C9)'],
    ['a label', '=A1+B1'],
  ])('of %s is not judged', (_, code) => {
    expect(lastOf(plain('（一）', '5', '7') + sum(code, '99'))).toEqual([]);
  });

  it('among more cells than a report has is given up', () => {
    const row = plain('一', ...Array.from({ length: 60 }, () => '1'));
    const rows = Array.from({ length: 200 }, () => row + sum('=SUM(ABOVE)', '1').repeat(20));
    expect(lastOf(...rows, sum('=SUM(ABOVE)', '9'))).toEqual([]);
  });
});

describe('a content control that is bound to data', () => {
  const item = '{0A1B2C3D-0000-4000-8000-000000000001}';
  const archive = (data: string): Archive =>
    openArchive(
      zipSync({
        'customXml/item3.xml': strToU8(data),
        'customXml/itemProps3.xml': strToU8(
          `<ds:datastoreItem ds:itemID="${item}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>`,
        ),
      }),
    );
  const bound = (data: string, path: string, store = item): Shown =>
    shownIn(
      blocksOf(
        strToU8(
          `<w:document ${space}><w:body><w:tbl><w:tr><w:tc>${line(`<w:sdt><w:sdtPr><w:dataBinding w:xpath="${path}" w:storeItemID="${store}"/><w:text/></w:sdtPr><w:sdtContent>${run('984')}</w:sdtContent></w:sdt>`)}</w:tc></w:tr></w:tbl></w:body></w:document>`,
        ),
        styles,
        undefined,
        boundIn(archive(data)),
      ),
    );
  it('is what the document keeps where the data say the same', () => {
    expect(bound('<f xmlns="u:x"><n>1</n><n>984</n></f>', '/ns0:f[1]/ns0:n[2]').text).toBe('984');
  });
  it('gives no number where they say another one, which Word shows when it opens the file', () => {
    for (const data of ['<f><n>985</n></f>', '<f><n/></f>', '<f><n>9<i>8</i></n></f>'])
      expect(readNumber(bound(data, '/f[1]/n[1]').text)).toBeNull();
  });
  it('is what the document keeps where there are no such data', () => {
    expect(bound('<f><n>985</n></f>', '/f[1]/m[1]').text).toBe('984');
    expect(bound('<f><n>985</n></f>', '/f[1]/n[1]', '{FFFFFFFF-0000-4000-8000-000000000001}').text).toBe('984');
    expect(bound('<f><n>985</n></f>', 'count(//n)').text).toBe('984');
  });
});

/** What it is, its markup, a style sheet, the text that is read, and what was left out of it or is not certain. */
type PageCell = [string, string, string, string, readonly AsideKind[]];

describe('a cell of a web page', () => {
  it.each<PageCell>([
    ['superscript', '984<sup>1</sup>', '', '984', ['mark']],
    ['subscript', '984<sub>1</sub>', '', '984', ['mark']],
    ['raised by its style', '984<span style="vertical-align: super">1</span>', '', '984', ['mark']],
    ['raised by its class', '984<span class="n">1</span>', '.n{vertical-align:super;font-size:8px}', '984', ['mark']],
    ['s', '<s>7</s>984', '', '984', ['struck']],
    ['del', '<del>7</del><ins>984</ins>', '', '984', ['struck']],
    ['strike around others', '<strike><b>7</b></strike> 984', '', '984', ['struck']],
    ['line-through', '<span style="text-decoration: red line-through">7</span>984', '', '984', ['struck']],
    [
      'line-through by class',
      '<b class="a old">7</b>984',
      'td b.old{text-decoration-line:line-through}',
      '984',
      ['struck'],
    ],
    ['display', '984<span style="display:none">7</span>', '', '984', ['hidden']],
    ['display by class', '984<span class="h">7</span>', '/* x */ .a, .h { display : none }', '984', ['hidden']],
    ['display by id', '984<span id="h">7</span>', '#h{display:none}', '984', ['hidden']],
    ['display in what stands around', '984<i class="h">7</i>', 'table > tbody td .h{display:none}', '984', ['hidden']],
    ['a rule that another one overrules', '98<i class="h">4</i>', '.h{display:none}td i.h{display:inline}', '984', []],
    [
      'a rule that is important',
      '984<i class="h">7</i>',
      '.h{display:none!important}td i.h{display:inline}',
      '984',
      ['hidden'],
    ],
    ['a later rule', '98<i class="h">4</i>', '.h{display:none}i.k{}.h{display:inline}', '984', []],
    ['a rule for paper', '98<i class="h">4</i>', '@media print{.h{display:none}}', '984', []],
    [
      'a rule for screens',
      '984<i class="h">7</i>',
      '@media screen and (min-width:600px){.h{display:none}}',
      '984',
      ['hidden'],
    ],
    ['a rule for small screens', '98<i class="h">4</i>', '@media (max-width:600px){.h{display:none}}', '984', []],
    ['visibility', '984<span style="visibility:hidden">7</span>', '', '984', ['hidden']],
    [
      'seen in what is not',
      '<b style="visibility:hidden">7<i style="visibility:visible">984</i></b>',
      '',
      '984',
      ['hidden'],
    ],
    ['hidden', '984<span hidden>7</span>', '', '984', ['hidden']],
    ['no size', '984<span style="font-size:0">7</span>', '', '984', ['hidden']],
    [
      'for other readers',
      '984<b class="sr-only">7</b>',
      '.sr-only{position:absolute;width:1px;height:1px;clip:rect(0,0,0,0)}',
      '984',
      ['hidden'],
    ],
    ['what comes just after', '984<b></b><i>7</i>', 'b + i{display:none}', '984', ['hidden']],
    ['what comes anywhere after', '984<b></b><u></u><i>7</i>', 'b ~ i{display:none}', '984', ['hidden']],
    ['what comes after something else', '98<b></b><u></u><i>4</i>', 'b + i{display:none}', '984', []],
    ['a first child', '<i>7</i><b>984</b>', 'td > :first-child{display:none}', '984', ['hidden']],
    ['a last child', '984<i></i><i>7</i>', 'i:last-child{visibility:hidden}', '984', ['hidden']],
    ['a second one', '<b>984</b><b>7</b>', 'b:nth-child(2){display:none}', '984', ['hidden']],
    [
      'every second one',
      '<b>98</b><i>7</i><b>4</b><i>7</i>',
      'td :nth-child( even ){display:none}',
      '984',
      ['hidden', 'hidden'],
    ],
    [
      'one of its kind, from the end',
      '<b>984</b><i>7</i><i>1</i>',
      'i:nth-last-of-type(-n+2){display:none}',
      '984',
      ['hidden'],
    ],
    [
      'the only one of its kind',
      '984<i>7</i><b></b><b></b>',
      'td i:only-of-type{text-decoration:line-through}',
      '984',
      ['struck'],
    ],
    [
      'a class that begins like that',
      '984<i class="note-7">7</i>',
      '[class^="note-"]{display:none}',
      '984',
      ['hidden'],
    ],
    ['a style that holds that', '984<i title="a hid b">7</i>', 'i[title*=hid]{display:none}', '984', ['hidden']],
    ['one among words', '984<i rel="a note">7</i>', "i[rel~='note'], u{display:none}", '984', ['hidden']],
    ['a list in brackets', '98<i class="k">4</i>', ':is(.h, .j){display:none}', '984', []],
    ['one of a list in brackets', '984<i class="k">7</i>', 'td :is(.h, .k){display:none}', '984', ['hidden']],
    ['all but one', '984<i class="k">7</i>', 'td i:not(.h){display:none}', '984', ['hidden']],
    ['all but this one', '98<i class="k">4</i>', 'td i:not(.k){display:none}', '984', []],
    ['a rule in another one', '984<i class="k">7</i>', 'td{color:red;& .k{display:none}}', '984', ['hidden']],
    ['a rule in another one, without a sign', '984<i class="k">7</i>', 'td{.h,.k{display:none}}', '984', ['hidden']],
    ['a rule in one of something else', '98<i class="k">4</i>', 'th{.k{display:none}}', '984', []],
    ['a colour through which one sees', '984<i style="color:rgba(0, 0, 0, 0)">7</i>', '', '984', ['hidden']],
    ['the same in short', '984<i style="color:#0000">7</i>', '', '984', ['hidden']],
    ['black', '98<i style="color:rgb(0, 0, 0)">4</i>', '', '984', []],
    [
      'letters without a filling',
      '984<i class="k">7</i>',
      '.k{-webkit-text-fill-color:transparent}',
      '984',
      ['hidden'],
    ],
    ['a filter', '984<i style="filter:opacity(0)">7</i>', '', '984', ['hidden']],
    ['cut away', '984<i style="clip-path:inset(50%)">7</i>', '', '984', ['hidden']],
    ['cut somehow', '98<i style="clip-path:polygon(0 0,9px 0)">4</i>', '', '984', ['unclear']],
    ['shrunk to nothing', '984<i style="display:inline-block;transform:scale(0)">7</i>', '', '984', ['hidden']],
    ['what Word hides', '98<i style="mso-hide:all">4</i>', '', '984', ['unclear']],
    ...[
      String.raw`"0%"`,
      String.raw`"\;\;\;"`,
      String.raw`"0\.0\,"`,
      '"Short Date"',
      '"Yes/No"',
      String.raw`"0\.00E+00"`,
    ].map((format): PageCell => [
      `a number that Excel shows by ${format}`,
      `<i style='mso-number-format:${format}'>984</i>`,
      '',
      '…984',
      [],
    ]),
    ...[
      String.raw`"\@"`,
      'General',
      '0',
      String.raw`"\#\,\#\#0_ "`,
      String.raw`"0\.00_ \;\[Red\]\-0\.00\ "`,
      String.raw`"_ * \#\,\#\#0_ \;_ * \\-\#\,\#\#0_ \;_ * \0022-\0022_ \;_ \@_ "`,
      '"Standard"',
    ].map((format): PageCell => [
      `a number that Excel shows as it is by ${format}`,
      `<i style='mso-number-format:${format}'>984</i>`,
      '',
      '984',
      [],
    ]),
    [
      'a number that a style sheet has Excel show by another',
      '<i class="k">984</i>',
      String.raw`.k{mso-number-format:"\;\;\;"}`,
      '…984',
      [],
    ],
    ['decimals that a format rounds', '<i style="mso-number-format:0">984.5</i>', '', '…984.5', []],
    ['the number of a list alone', '<ol start="5"><li></li></ol>', '', '', ['object']],
    ['a list without numbers', '<ol><li>984</li></ol>', 'ol{list-style:none}', '984', []],
    ['a list of points', '<ul><li>984</li></ul>', '', '984', []],
    [
      'a rule that nobody here understands',
      '984<i class="k">7</i>',
      'td:has(i) i:not(.j){display:none}',
      '9847',
      ['unclear'],
    ],
    ['one that hides nothing', '98<i class="k">4</i>', 'td:has(i) i:not(.j){margin:0}', '984', []],
    ['ruby', '<ruby>984<rp>(</rp><rt>7</rt><rp>)</rp></ruby>', '', '984', []],
    ['white', '98<font color="#FFFFFF">4</font>', '', '984', ['unclear']],
    ['all of it white', '<span style="color:#fff">984</span>', '', '984', ['unseen']],
    ['nearly white', '<span style="color:rgb(252 252 252)">984</span>', '', '984', ['unseen']],
    ['white by a class', '<b class="w">984</b>', '.w{color:white}', '984', ['unseen']],
    ['white on a white cell', '<b style="color:#fff">984</b>', 'td{background:#fff}', '984', ['unseen']],
    ['white on light yellow', '<b style="color:#fff">984</b>', 'td{background:lightyellow}', '984', ['unseen']],
    ['black on black', '<b style="color:#000">984</b>', 'tr{background-color:#0a0a0a}', '984', ['unseen']],
    ['white on a dark row', '<b style="color:#fff">984</b>', 'tr{background:#036}', '984', []],
    ['white on a dark page', '<b style="color:#fff">984</b>', 'body{background:navy}', '984', []],
    [
      'white behind which one sees a dark row',
      '<b class="w">984</b>',
      'tr{background:#036}.w{color:#fff;background:none}',
      '984',
      [],
    ],
    ['white on a picture', '<b style="color:#fff">984</b>', 'table{background:url(a.png)}', '984', ['faint']],
    [
      'white on a gradient',
      '<b style="color:#fff">984</b>',
      'td{background:linear-gradient(#036,#fff)}',
      '984',
      ['faint'],
    ],
    ['white on grey', '<b style="color:#fff">984</b>', 'td{background:#ddd}', '984', ['faint']],
    ['white where another sheet may paint', '<b style="color:#fff">984</b>', '@import "a.css";', '984', ['faint']],
    ['black where another sheet may paint', '<b style="color:#000">984</b>', '@import "a.css";', '984', []],
    [
      'white beside others where one cannot tell',
      '98<b style="color:#fff">4</b>',
      '@import "a.css";',
      '984',
      ['unclear'],
    ],
    ['white by a name of the page', '<b class="w">984</b>', ':root{--w:#fff}.w{color:var(--w)}', '984', ['unseen']],
    ['dark by a name of the page', '<b class="w">984</b>', ':root{--w:#333}.w{color:var(--w)}', '984', []],
    ['white as a hue', '<b style="color:hsl(200, 50%, 100%)">984</b>', '', '984', ['unseen']],
    ['white only at night', '<b class="w">984</b>', '@media (prefers-color-scheme:dark){.w{color:#fff}}', '984', []],
    ['nearly seen through', '<b style="color:rgba(0,0,0,.05)">984</b>', '', '', ['hidden']],
    ['hardly there', '<b style="opacity:1%">984</b>', '', '', ['hidden']],
    ['half there', '<b style="opacity:.6">984</b>', '', '984', []],
    ['far to the left', '<p style="position:relative;left:-9999px">984</p>', '', '', ['hidden']],
    ['far to the left by a margin', '<p style="margin-left:-9999px">984</p>', '', '', ['hidden']],
    ['far to the left by its own width', '<p style="text-indent:-200%">984</p>', '', '', ['hidden']],
    ['moved far', '<p style="transform:translateX(-9999px)">984</p>', '', '', ['hidden']],
    ['cut to no height', '<p style="height:0;overflow-y:hidden">984</p>', '', '', ['hidden']],
    ['lines without height', '<p style="line-height:0;overflow:hidden">984</p>', '', '', ['hidden']],
    ['lines of their own height', '<p style="line-height:1;overflow:hidden">984</p>', '', '984', []],
    ['raised by hand', '98<i style="display:inline-block;transform:translateY(-5px)">4</i>', '', '984', ['unclear']],
    ['raised by a margin', '98<i style="display:inline-block;margin-bottom:8px">4</i>', '', '984', ['unclear']],
    [
      'a rule of which nobody can tell',
      '98<i class="k">4</i>',
      '@container (min-width:9px){.k{display:none}}',
      '984',
      ['unclear'],
    ],
    ['raised by a feature of the typeface', `984<i style="font-feature-settings:'sups'">1</i>`, '', '984', ['mark']],
    ['letters upon each other', '<b style="letter-spacing:-1em">984</b>', '', '984', ['unseen']],
    ['letters a little apart', '<b style="letter-spacing:1px">984</b>', '', '984', []],
    ['shrunk to a speck', '<b style="display:inline-block;transform:scale(.01)">984</b>', '', '984', ['unseen']],
    ['a hundredth of its size', '<b style="font-size:1%">984</b>', '', '984', ['unseen']],
    ['behind a mask', '<b style="mask:linear-gradient(#0000,#0000)">984</b>', '', '984', ['unseen']],
    ['a dialogue that is closed', '984<dialog>7</dialog>', '', '984', ['hidden']],
    ['what comes up on demand', '984<div popover>7</div>', '', '984', ['hidden']],
    ['a block in a line', '<div style="display:inline">98</div><div style="display:inline">4</div>', '', '984', []],
    ['for browsers without frames', '984<noframes>7</noframes>', '', '984', []],
    ['far too small', '<b style="font-size:1px">984</b>', '', '984', ['unseen']],
    [
      'in a typeface of the page',
      '<b class="n">984</b>',
      '@font-face{font-family:"Num 1";src:url("data:font/woff2;base64,AAEC")}.n{font:12px/1 "Num 1",serif}',
      '984',
      ['remapped'],
    ],
    ['in a typeface of pictures', '<font face="Wingdings">9841</font>', '', '9841', ['unseen']],
    ['in one behind which pictures come', '<i style="font-family:宋体,Wingdings">9841</i>', '', '9841', []],
    [
      'in another typeface than that of the page',
      '<b class="n">984</b>',
      '@font-face{font-family:icons;src:url(data:font/woff2;base64,AAEC)}.n{font-family:serif}',
      '984',
      [],
    ],
    [
      'in a typeface from elsewhere',
      '<b class="n">984</b>',
      '@font-face{font-family:num;src:url(num.woff)}.n{font-family:num}',
      '984',
      [],
    ],
    [
      'in the colour of its ground',
      '<b class="g">984<i class="h">7</i></b>',
      '.g{background:#C00}.h{color:rgb(204, 0, 0)}',
      '984',
      ['hidden'],
    ],
    ['all of it so', '<b style="color:#eee;background:#eeeeee">984</b>', '', '', ['hidden']],
    ['white on a dark ground', '<b style="color:white;background:#c00">984</b>', '', '984', []],
    ['no size by the short form', '984<i style="font:0/0 a">7</i>', '', '984', ['hidden']],
    ['sizes that hardly differ', '<font size="3">98</font><i style="font:bold 10.5pt/1 a">4</i>', '', '984', []],
    ['a small word', '984<small>件</small>', '', '984件', []],
    ['all of it small', '<i style="font-size:8px">9<b style="font-size:8px">84</b></i>', '', '984', []],
    ['a link to a note', '984<a href="#_ftn1">[1]</a>', '', '984', ['mark']],
    ['a link to a place of the page', '98<a href="#n">4</a>', '', '984', ['unclear']],
    ['a link', '<a href="#">9</a><a href="x.html">84</a>', '', '984', []],
    ['digits that are drawn', '<i class="d"></i><i class="d"></i>', '.d{background-image:url(d.png)}', '', ['object']],
    ['an icon beside it', '<i class="d"></i> 984', '.d{background:url(d.png) no-repeat}', '984', ['object']],
    ['a box', '<input value="984">', '', '984', []],
    ['an area', '<textarea>984</textarea>', '', '984', []],
    ['a choice', '<select><option>7</option><option selected>984</option></select>', '', '984', []],
    ['a box that was not saved', '<input type="text">', '', '', ['object']],
    ['a choice that was not saved', '<select><option>7</option><option>9</option></select>', '', '', ['object']],
    ['a picture', '<img src="x.png">', '', '', ['object']],
    ['a picture that keeps a place', '<img src="x.gif" width="1" height="1">', '', '', []],
    ['a field that nobody sees', '984<input type="hidden" value="7">', '', '984', []],
    ['a box to tick', '<input type="checkbox" checked>', '', '☑', []],
  ])('%s', (_, content, style, text, kinds) => {
    const shown = inPage(content, style);
    expect({ text: shown.text.trim(), kinds: shown.kinds }).toEqual({ text, kinds });
  });

  it.each([
    ['a line break', '5<br>7', ''],
    ['two paragraphs', '<p>5</p><p>7</p>', ''],
    ['blocks by class', '<span class="b">5</span><span class="b">7</span>', '.b{display:block}'],
    ['a gap', '5&nbsp;&nbsp;7', ''],
    ['a margin', '5<span style="margin-left:2em">7</span>', ''],
    ['two boxes', '<input value="5"><input value="7">', ''],
    ['a note between digits', '5<sup>①</sup>7', ''],
    ['crossed out between digits', '5<s>6</s>7', ''],
    ['written backwards', '<bdo dir="rtl">57</bdo>', ''],
    ['a digit that the style sheet puts behind it', '<b class="n">57</b>', '.n::after{content:"1"}'],
    ['one behind the cell', '57', 'td::after{content:"1"}'],
    ['a sign before it', '<b class="n">57</b>', '.n::before{content:"-"}'],
    ['a word that makes it more', '<b class="n">57</b>', '.n::after{content:"万"}'],
    ['a digit in small', '5<small>7</small>', ''],
    ['a digit as small as a mark', '<p style="font-size:14px">5<i style="font-size:8px">7</i></p>', ''],
    ['a digit in the smallest type', '5<font size="1">7</font>', ''],
    ['a circled one', '<b class="n">57</b>', 'td .n:after{content:"①"}'],
    ['a counter', '<b class="n">57</b>', '.n::before{counter-increment:n;content:counter(n)}'],
    ['what the page says elsewhere', '<b class="n" data-n="1">57</b>', '.n::before{content:attr(data-n)}'],
    ['a cell that stands elsewhere', '57', 'td{order:2}'],
    ['a row that runs backwards', '57', 'tr{display:flex;flex-direction:row-reverse}'],
    ['parts in any order', '<div><b>5</b><b>7</b></div>', 'div{display:flex;flex-direction:row-reverse}'],
    ['turned round', '<b style="display:inline-block;transform:scaleX(-1)">57</b>', ''],
    ['upside down', '<b style="display:inline-block;rotate:180deg">57</b>', ''],
    ['upside down by its height', '<b style="display:inline-block;transform:scaleY(-1)">57</b>', ''],
    ['a digit far from the other', '<b style="letter-spacing:3em">5</b>7', ''],
    ['a line between digits', '<b style="border-right:1px solid">5</b>7', ''],
    ['a digit in a wide box', '<b style="display:inline-block;width:50px">5</b>7', ''],
    ['a mark of a list that is a digit', '<ul><li style="list-style-type:\'5\'">7</li></ul>', ''],
    ['a list with numbers by its style', '<ul class="n"><li>57</li></ul>', '.n{list-style:decimal inside}'],
    ['a mark of a list by a rule', '<ul><li>57</li></ul>', 'li::marker{content:"1"}'],
    ['a first digit that is hidden', '57', 'td::first-letter{font-size:0}'],
    ['something painted over it', '57<i style="position:absolute;inset:0;background:#fff"></i>', ''],
    ['what a browser shows in its place', '57<template shadowrootmode="open">5</template>', ''],
    ['a number of a list before it', '<ol><li>57</li></ol>', ''],
    ['what a script writes', '57<script>document.write(1)</script>', ''],
  ])('%s makes no one number', (_, content, style) => {
    const { text } = inPage(content, style);
    expect(text).not.toBe('');
    expect(readNumber(text)).toBeNull();
  });

  it('is plain where a style sheet puts signs beside it that are no digits', () => {
    expect(
      readNumber(inPage('<b class="n">57</b>', '.n::before{content:"▸ "}.n::after{content:"件"}').text)?.value,
    ).toBe(57);
  });

  it('of a page whose style sheet never ends is read all the same', () => {
    for (const style of [
      '/*'.repeat(200_000),
      '"{'.repeat(200_000),
      'a{'.repeat(200_000),
      '*{color:red}'.repeat(10_000),
      'a{& & & & & & & &{'.repeat(100_000),
      ':not('.repeat(100_000),
    ])
      expect(inPage('984', style).text).toBe('984');
  });

  it('of a page with more rules than anybody can tell what they hide is refused', () => {
    expect(() => inPage('984', '*{color:red}'.repeat(50_000))).toThrow(ArchiveError);
    const many = Array.from({ length: 2_000 }, (_, at) => `.a${at}`).join();
    expect(() => inPage('984', `${many}{${many}{color:red}}`)).toThrow(ArchiveError);
  });

  it('that lies on one which comes down from above is no number', () => {
    const [table] = blocksOfPage(
      '<table><tr><td>规章<td rowspan="2">5<tr><td colspan="2">7<tr><td>条例<td>9</table>',
      new Budget(),
    );
    const values = table?.kind === 'table' ? gridOf(table, new Budget()).values : [];
    expect(values.map((row) => row.map((text) => readNumber(text)?.value))).toEqual([
      [undefined, 5],
      [undefined, undefined],
      [undefined, 9],
    ]);
  });

  it('reaches no further than the part of the table in which it begins', () => {
    const page = (rows: string): readonly (readonly string[])[] => {
      const [table] = blocksOfPage(`<table>${rows}</table>`, new Budget());
      return table?.kind === 'table' ? gridOf(table, new Budget()).values : [];
    };
    expect(page('<thead><tr><th rowspan="3">项目<th>件数</thead><tr><td>规章<td>5')).toEqual([
      ['项目', '件数'],
      ['规章', '5'],
    ]);
    // A head of two rows that begins in one part and ends in the other, as pages from Word have it.
    expect(
      page('<thead><tr><th rowspan="2">项目<th colspan="2">件数</thead><tr><th>上年<th>本年<tr><td>规章<td>5<td>6'),
    ).toEqual([
      ['项目', '件数', ''],
      ['', '上年', '本年'],
      ['规章', '5', '6'],
    ]);
    expect(page('<tr><td rowspan="0">规章<td>5<tr><td>7<tr><td>8<tbody><tr><td>条例<td>9')).toEqual([
      ['规章', '5'],
      ['', '7'],
      ['', '8'],
      ['条例', '9'],
    ]);
  });

  it('that is not displayed leaves its place to the next one', () => {
    const [table] = blocksOfPage('<table><tr><td style="display:none">7</td><td>984</td></tr></table>', new Budget());
    expect(table?.kind === 'table' && gridOf(table, new Budget()).values).toEqual([['984']]);
  });
});

describe('what newer style sheets and widgets make of a number in a page', () => {
  const kindsOf = ({ kinds }: Shown): readonly AsideKind[] => kinds;
  it.each<[string, string, readonly AsideKind[]]>([
    ['in the colour of its ground, which is black', '<b style="background:#000">984</b>', ['hidden']],
    ['on a ground in the colour of its letters', '<b style="background:currentcolor">984</b>', ['hidden']],
    ['on a dark ground', '<b style="background:#333">984</b>', []],
    ['white by lightness', '<b style="color:oklch(1 0 0)">984</b>', ['unseen']],
    ['dark by lightness', '<b style="color:oklch(20% 0 0)">984</b>', []],
    ['white in a space of colours', '<b style="color:color(srgb 1 1 1)">984</b>', ['unseen']],
    ['white by day', '<b style="color:light-dark(#fff, #000)">984</b>', ['unseen']],
    ['black by day', '<b style="color:light-dark(rgb(0, 0, 0), #fff)">984</b>', []],
    ['mixed to white', '<b style="color:color-mix(in srgb, #fff 98%, #000)">984</b>', ['unseen']],
    ['inverted', '<b style="filter:invert(1)">984</b>', ['unseen']],
    ['not inverted', '<b style="filter:invert(0)">984</b>', []],
    ['blurred', '<b style="filter:grayscale(1) blur(6px)">984</b>', ['unseen']],
    ['grey, as pages are in mourning', '<b style="filter:grayscale(100%)">984</b>', []],
    ['without contrast', '<b style="filter:contrast(0)">984</b>', ['unseen']],
    ['lightened by what it lies on', '<b style="mix-blend-mode:screen">984</b>', ['unseen']],
    ['darkened by what it lies on', '<b style="mix-blend-mode:multiply">984</b>', []],
    ['as dots', '<b style="-webkit-text-security:disc">984</b>', ['unseen']],
    ['on a path', '<b style="offset-path:circle(900px)">984</b>', ['unseen']],
    ['turned to its edge', '<b style="transform:rotateX(90deg)">984</b>', ['hidden']],
    ['beyond the edge by all sides', '<b style="position:absolute;inset:auto auto auto -9999px">984</b>', ['hidden']],
    [
      'beyond the edge where lines begin',
      '<b style="position:absolute;inset-inline-start:-9999px">984</b>',
      ['hidden'],
    ],
    ['by a margin where lines begin', '<b style="margin-inline-start:-9999px">984</b>', ['hidden']],
    ['by one of four margins', '<b style="margin:0 0 0 -9999px">984</b>', ['hidden']],
    ['in a block without height', '<div style="block-size:0;overflow:hidden">984</div>', ['hidden']],
    ['in a block of three points', '<div style="height:3px;overflow:hidden">984</div>', ['hidden']],
    [
      'in a line with no room for it',
      '<div style="width:8px;white-space:nowrap;overflow:hidden">984</div>',
      ['hidden'],
    ],
    ['in a part that no content widens', '<div style="contain:strict">984</div>', ['hidden']],
    ['that a picture takes the place of', '<b style="content:url(a.png)">984</b>', ['object']],
  ])('%s', (_, content, kinds) => {
    expect(kindsOf(inPage(content))).toEqual(kinds);
  });

  it('that vanishes at the end of a movement is told, and one that appears is read', () => {
    const moved = (frames: string): readonly AsideKind[] =>
      kindsOf(inPage('<b class="k">984</b>', `@keyframes go{${frames}}.k{animation:go 1s forwards}`));
    expect(moved('from{opacity:1}to{opacity:0}')).toEqual(['hidden']);
    expect(moved('from{opacity:0}to{opacity:1}')).toEqual([]);
  });

  const sheet = '<link rel="stylesheet" href="a.css">';
  it.each<[string, string, number | null]>([
    ['a number to which a script counts up', '<b class="timer" data-to="984">0</b>', null],
    ['one at which it has arrived', '<b class="timer" data-to="984">984</b>', 984],
    ['one beside the order of its column', '<b data-sort="3">984</b>', 984],
    [
      'digits that roll',
      `${sheet}<span class="digit"><span class="spacer">8</span><span class="value">9</span></span>`,
      null,
    ],
    ['a number and one for other readers', `${sheet}<i class="sr-only">7</i>984`, null],
    ['a number and one for small screens', `${sheet}<i class="hidden-xs">984</i><i class="visible-xs">7</i>`, null],
    ['a number in an element of a class', `${sheet}<i class="num">984</i>`, 984],
    ['a number in pieces of no class', `${sheet}<span lang="EN-US">9</span><span>84</span>`, 984],
    ['a number in pieces where all style sheets are in the page', '<i class="a">9</i><i class="b">84</i>', 984],
    ['a number and its unit in an element', `${sheet}984<i class="unit">件</i>`, 984],
    ['pieces in elements that no browser knows', '<st1:chmetcnv>9</st1:chmetcnv>84', 984],
    ['on a dark ground, the colour of letters being elsewhere', `${sheet}<b style="background:#000">984</b>`, 984],
  ])('%s', (_, content, value) => {
    expect(readNumber(inPage(content).text)?.value ?? null).toBe(value);
  });

  it('in a column that is hidden as a whole keeps its place and is told, also behind cells from above', () => {
    const [table] = blocksOfPage(
      '<style>.h{visibility:collapse}</style><table><colgroup><col><col span="2" class="h"></colgroup><col>' +
        '<tr><td rowspan="2">规章<td>1<td colspan="2">2<tr><td>3<td>4<td>5</table>',
      new Budget(),
    );
    if (table?.kind !== 'table') throw new Error('no table');
    const { values, asides } = gridOf(table, new Budget());
    expect(values.map((row) => row.slice(1))).toEqual([
      ['', '2', ''],
      ['', '', '5'],
    ]);
    expect(asides.at({ row: 1, column: 2 })).toEqual([{ kind: 'hidden', text: '4' }]);
  });
});

describe('a look of old Word', () => {
  const color = (r: number, g: number, b: number): number[] => [0x70, 0x68, r, g, b, 0];
  const marker = (index: number): number[] => [0x0c, 0x2a, index];
  const shading = (fore: number, back: number, pattern: number): number[] => [
    ...[0x71, 0xca, 10],
    ...[fore, fore, fore, 0],
    ...[back, back, back, 0],
    ...[pattern, 0],
  ];
  it.each<[string, readonly number[], boolean, AsideKind | null]>([
    ['black', color(0, 0, 0), false, null],
    ['white', color(255, 255, 255), false, 'unseen'],
    ['all but white', color(0xf2, 0xf2, 0xf2), false, 'unseen'],
    ['white where something is painted', color(255, 255, 255), true, 'faint'],
    ['red where something is painted', color(255, 0, 0), true, null],
    ['white by its number', [0x42, 0x2a, 8], false, 'unseen'],
    ['under a black marker', marker(1), false, 'faint'],
    ['under a yellow marker', marker(7), false, null],
    ['black under a black marker', [...color(0, 0, 0), ...marker(1)], false, 'hidden'],
    ['white under a black marker', [...color(255, 255, 255), ...marker(1)], false, null],
    ['black on black', [...color(0, 0, 0), ...shading(255, 0, 0)], false, 'hidden'],
    ['black on black that is laid on white', [...color(0, 0, 0), ...shading(0, 255, 1)], false, 'hidden'],
    ['white on a dark ground', [...color(255, 255, 255), ...shading(255, 0x40, 0)], false, null],
    ['white on a pattern', [...color(255, 255, 255), ...shading(0, 255, 9)], false, 'faint'],
  ])('%s', (_, list, isPainted, aside) => {
    const around = { ground: '', isPainted: () => isPainted };
    expect(asideOfOld(lookOfOld(new Uint8Array(list)), 0, [], around)).toBe(aside);
  });

  it.each<[string, readonly number[], string, AsideKind | null]>([
    ['red on a red cell', color(0xc0, 0, 0), 'c00000', 'hidden'],
    ['white on a red cell', color(255, 255, 255), 'c00000', null],
    ['white in a white cell', color(255, 255, 255), 'ffffff', 'unseen'],
    ['red with a ground of its own on a red cell', [...color(0xc0, 0, 0), ...shading(255, 255, 0)], 'c00000', null],
    ['of no colour of its own on a red cell', marker(7), 'c00000', null],
  ])('%s', (_, list, ground, aside) => {
    const around = { ground, isPainted: () => true };
    expect(asideOfOld(lookOfOld(new Uint8Array(list)), 0, [], around)).toBe(aside);
  });

  it('stands on the ground that the end of its row paints behind its cell', () => {
    const cells = (kind: number, operand: readonly number[]): readonly (string | undefined)[] => {
      const grounds: Grounds = { paragraph: '', cells: [] };
      takeGround(grounds, kind, new Uint8Array(operand));
      return Array.from(grounds.cells);
    };
    const red = shading(0, 0, 0).slice(3).with(4, 0xc0);
    const none = shading(0, 0, 0).slice(3).with(7, 255);
    expect(cells(0xd612, [...none, ...red])).toEqual(['', 'c00000']);
    expect(cells(0xd616, red).slice(21)).toEqual([undefined, 'c00000']);
    expect(cells(0xd62d, [1, 3, ...red])).toEqual([undefined, 'c00000', 'c00000']);
    expect(cells(0xd62e, [0, 3, ...red])).toEqual(['c00000', undefined, 'c00000']);
    expect(cells(0xd612, red.slice(1))).toEqual([]);
  });
});
