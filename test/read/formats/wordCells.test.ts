/** Cells of tables in Word files, new and old. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openArchive, type Archive } from '../../../src/read/containers/archive';
import { Budget } from '../../../src/read/containers/budget';
import type { AsideKind } from '../../../src/read/containers/runs';
import { gridOf } from '../../../src/read/containers/tree';
import { documentBlocks } from '../../../src/read/formats/word/docx';
import { boundIn } from '../../../src/read/formats/word/docxBinding';
import { blocksOf } from '../../../src/read/formats/word/docxBlocks';
import { stylesOf } from '../../../src/read/formats/word/docxLook';
import { oldAsideOf, oldLookOf, takeGround, type Grounds } from '../../../src/read/formats/word/wordLook';
import { readNumber } from '../../../src/read/labels/number';
import { wordPackage } from '../files';
import { noNumber, shownIn, shows, type Shown } from './cellCases';

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

/** A figure that looks so, and one beside a digit that does. */
const one = (properties: string): string => line(run('984', properties));
const beside = (properties: string): string => line(run('984') + run('7', properties));

describe('a cell of a Word table', () => {
  shows(inWord, '984', [], {
    'on the line again': one('<w:rStyle w:val="Note"/><w:vertAlign w:val="baseline"/>'),
    'not crossed out': one('<w:strike w:val="0"/>'),
    inserted: line(`${run('98')}<w:ins w:id="1">${run('4')}</w:ins>`),
    'two styles that hide show it, as Word has it': line(
      run('984', '<w:rStyle w:val="Secret"/>'),
      '<w:pStyle w:val="Gone"/>',
    ),
    'shown against its style': one('<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>'),
    'a digit as a symbol': line(`${run('98')}<w:r><w:sym w:font="Symbol" w:char="F034"/></w:r>`),
    'code of a field': line(field('<w:r><w:instrText>=7</w:instrText></w:r>', run('984'))),
    'a field in the code of another': line(field(field('', run('7')), run('984'))),
    'a list to choose from': line(
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="7"/><w:listEntry w:val="984"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ),
    'a list that was taken off': line(run('984'), '<w:numPr><w:numId w:val="0"/></w:numPr>'),
    'a style that is no list again': line(run('984'), '<w:pStyle w:val="NoList"/>'),
    'a list of its style that was taken off': line(
      run('984'),
      '<w:pStyle w:val="List"/><w:numPr><w:numId w:val="0"/></w:numPr>',
    ),
    'sizes that hardly differ': line(run('98', '<w:sz w:val="21"/>') + run('4', '<w:sz w:val="20"/>')),
    'all of it small': line(run('9', '<w:sz w:val="12"/>') + run('84', '<w:sz w:val="12"/>')),
    'white in a dark cell': `<w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr>${one('<w:color w:val="FFFFFF"/>')}`,
    'under a yellow marker': one('<w:highlight w:val="yellow"/>'),
    'before a drawing behind the text': line(
      `${run('984')}<w:r><w:drawing><wp:anchor behindDoc="1"><wp:wrapNone/></wp:anchor></w:drawing></w:r>`,
    ),
    'before a rectangle behind it': line(
      `${run('984')}<w:r><w:pict><v:rect style="position:absolute;z-index:-1" fillcolor="white"/></w:pict></w:r>`,
    ),
    'white on a paragraph that is dark': line(
      run('984', '<w:color w:val="FFFFFF"/>'),
      '<w:shd w:val="solid" w:color="auto" w:fill="FFFFFF"/>',
    ),
    'white on its own ground': one('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="C00000"/>'),
    'filled with white that is made darker': one(
      '<w14:textFill><w14:solidFill><w14:schemeClr w14:val="bg1"><w14:lumMod w14:val="50000"/></w14:schemeClr></w14:solidFill></w14:textFill>',
    ),
    'filled with several colours': one(
      '<w14:textFill><w14:gradFill><w14:gsLst><w14:gs><w14:srgbClr w14:val="0000FF"/></w14:gs><w14:gs><w14:srgbClr w14:val="FFFFFF"/></w14:gs></w14:gsLst></w14:gradFill></w14:textFill>',
    ),
    'black by the theme, whatever is kept beside it': one('<w:color w:val="FFFFFF" w:themeColor="text1"/>'),
    'white under a dark marker': one('<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>'),
    'letters a little closer': one('<w:spacing w:val="-10"/>'),
    'in lines of their own height': line(run('984'), '<w:spacing w:before="10" w:line="240" w:lineRule="auto"/>'),
    'in a row of at least that height': `<w:trPr><w:trHeight w:val="1"/></w:trPr>${line(run('984'))}`,
    'one with a result in short': line(`<w:fldSimple w:instr="=SUM(LEFT)">${run('984')}</w:fldSimple>`),
    'a place of the document': line(`${run('984')}${shownBy('TC 件数')}`),
    'no line around letters': one('<w14:textOutline><w14:noFill/></w14:textOutline>'),
    'a cell with a line around it': `<w:tcPr><w:tcBorders><w:tl2br w:val="nil"/></w:tcBorders></w:tcPr>${line(run('984'))}`,
    'a formula of its own': line('<m:oMathPara><m:oMath><m:r><m:t>984</m:t></m:r></m:oMath></m:oMathPara>'),
    'a content control': line(`<w:sdt><w:sdtPr/><w:sdtContent>${run('984')}</w:sdtContent></w:sdt>`),
    'what is shown instead': line(alternatives('<mc:Choice Requires="other"><w:t>7</w:t></mc:Choice>', '984')),
    'the first choice': line(alternatives('<mc:Choice Requires="wps"><w:t>984</w:t></mc:Choice>', '7')),
    'one choice of two': line(
      alternatives(
        '<mc:Choice Requires="w14"><w:t>984</w:t></mc:Choice><mc:Choice Requires="wps"><w:t>7</w:t></mc:Choice>',
        '8',
      ),
    ),
    'no other way': line(alternatives('<mc:Choice Requires="other"><w:t>984</w:t></mc:Choice>', '')),
    ruby: line(`<w:r><w:ruby><w:rt>${run('7')}</w:rt><w:rubyBase>${run('984')}</w:rubyBase></w:ruby></w:r>`),
    'figures of years turned upright': one('<w:eastAsianLayout w:id="1" w:vert="1"/>'),
    'all of it raised by hand': one('<w:position w:val="6"/>'),
  });
  shows(inWord, '984', ['unseen'], {
    'all of it white': one('<w:color w:val="FFFFFF"/>'),
    'white as the theme has it': one('<w:color w:val="FFFFFF" w:themeColor="background1"/>'),
    'white in a white cell': `<w:tcPr><w:shd w:val="clear" w:fill="FFFFFF"/></w:tcPr>${one('<w:color w:val="FFFFFF"/>')}`,
    'nearly the colour of its cell': `<w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr>${one('<w:color w:val="1F4E80"/>')}`,
    'black on a pattern that is all but black': `<w:tcPr><w:shd w:val="pct95" w:color="auto" w:fill="FFFFFF"/></w:tcPr>${one('<w:color w:val="000000"/>')}`,
    'in a frame without height': line(run('984'), '<w:framePr w:h="1" w:hRule="exact"/>'),
    'pushed out of its cell': line(run('984'), '<w:ind w:left="20000"/>'),
    'filled with white': one(
      '<w14:textFill><w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill></w14:textFill>',
    ),
    'filled with black that is made white': one(
      '<w14:textFill><w14:solidFill><w14:schemeClr w14:val="tx1"><w14:lumOff w14:val="100000"/></w14:schemeClr></w14:solidFill></w14:textFill>',
    ),
    'filled with white by its style': one('<w:rStyle w:val="Pale"/>'),
    'white by the theme, whatever is kept beside it': one('<w:color w:val="000000" w:themeColor="background1"/>'),
    'of one point': one('<w:sz w:val="2"/>'),
    'white under a yellow marker': one('<w:color w:val="FFFFFF"/><w:highlight w:val="yellow"/>'),
    'letters upon each other': one('<w:spacing w:val="-200"/><w:sz w:val="21"/>'),
    'squeezed into nothing': one('<w:fitText w:val="10"/>'),
    'in lines without height': line(run('984'), '<w:spacing w:line="10" w:lineRule="exact"/>'),
    'squeezed to a line': one('<w:w w:val="1"/>'),
    'in a row without height': `<w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr>${line(run('984'))}`,
  });
  shows(inWord, '984', ['hidden'], {
    hidden: beside('<w:vanish/>'),
    'a style that hides': beside('<w:rStyle w:val="Secret"/>'),
    'based on a style that hides': beside('<w:rStyle w:val="Secret2"/>'),
    'a paragraph style that hides': line(run('7'), '<w:pStyle w:val="Gone"/>') + line(run('984')),
    'in the colour of its ground': beside('<w:color w:val="FF0000"/><w:shd w:val="clear" w:fill="ff0000"/>'),
    'in the colour of its cell': `<w:tcPr><w:shd w:val="clear" w:fill="D9D9D9"/></w:tcPr>${beside('<w:color w:val="d9d9d9"/>')}`,
    'filled with nothing by its style': beside('<w:rStyle w:val="Empty"/>'),
    'filled with nothing': beside('<w14:textFill><w14:noFill/></w14:textFill>'),
  });
  shows(inWord, '984', ['object'], {
    'before the mark of a note': line(`${run('984')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
    'with a remark in the margin': line(`${run('984')}<w:r><w:commentReference w:id="1"/></w:r>`),
  });
  shows(inWord, '', ['object'], {
    'a prompt': line(`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('0')}</w:sdtContent></w:sdt>`),
    'the number of a list alone': line('', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'),
    'the number of a list by its style alone': line('', '<w:pStyle w:val="List"/>'),
    'a sign of another typeface': line('<w:r><w16:symEx w16:font="Emoji" w16:char="1F522"/></w:r>'),
    'a circled word that a field makes': line(shownBy(' eq \\o\\ac(○,密)')),
    'shapes with words': line('<w:r><w:drawing><wp:inline><dgm:relIds r:dm="r1"/></wp:inline></w:drawing></w:r>'),
    'a remark in the margin': line('<w:r><w:commentReference w:id="1"/></w:r>'),
    'the mark of a note alone': line('<w:r><w:footnoteReference w:id="2"/></w:r>'),
    'letters as art': line('<w:r><w:pict><v:shape><v:textpath string="984"/></v:shape></w:pict></w:r>'),
  });
  shows(inWord, '984', ['mark'], {
    superscript: line(run('984') + run('1', '<w:vertAlign w:val="superscript"/>')),
    subscript: line(run('984') + run('1', '<w:vertAlign w:val="subscript"/>')),
    'a style that raises': line(run('984') + run('1', '<w:rStyle w:val="Note"/>')),
    'a typed mark of a footnote': line(
      `${run('984')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t></w:r>`,
    ),
    'an exponent': line(
      `<m:oMath><m:sSup><m:e><m:r><m:t>984</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>`,
    ),
  });
  shows(inWord, '', ['uncalculated'], {
    'a calculation without a result': line(shownBy('=SUM(ABOVE)')),
    'one in short': line('<w:fldSimple w:instr=" =SUM(LEFT) "/>'),
    'one whose result is nothing': line(field('<w:r><w:instrText>=SUM(LEFT)</w:instrText></w:r>', '')),
    'another field without a result': line(shownBy('DOCPROPERTY 件数')),
  });
  shows(inWord, '984', ['struck'], {
    'crossed out': line(run('7', '<w:strike/>') + run('984')),
    'crossed out twice': line(run('7', '<w:dstrike/>') + run('984')),
    'a style that crosses out': line(run('7'), '<w:pStyle w:val="Old"/>') + line(run('984')),
  });
  shows(inWord, '984', ['faint'], {
    'white in a cell of the theme': `<w:tcPr><w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/></w:tcPr>${one('<w:color w:val="FFFFFF"/>')}`,
    'white on a pattern': `<w:tcPr><w:shd w:val="pct50" w:color="000000" w:fill="FFFFFF"/></w:tcPr>${one('<w:color w:val="FFFFFF"/>')}`,
    'under a black marker': one('<w:highlight w:val="black"/>'),
  });
  shows(inWord, '984', ['unclear'], {
    'digits far apart': line(run('98', '<w:spacing w:val="400"/>') + run('4')),
    'raised by hand': line(run('98') + run('4', '<w:position w:val="6"/>')),
    'two lines in one': line(run('9') + run('84', '<w:eastAsianLayout w:id="1" w:combine="1"/>')),
  });
  shows(inWord, '984', ['deleted'], {
    deleted: line(`<w:del w:id="1"><w:r><w:delText>7</w:delText></w:r></w:del>${run('984')}`),
    'moved away': line(`<w:moveFrom w:id="1">${run('7')}</w:moveFrom>${run('984')}`),
  });
  shows(inWord, '5…', [], {
    'the number of a list before another': line(run('5'), '<w:numPr><w:numId w:val="3"/></w:numPr>'),
    'a list by the style that its own is based on': line(run('5'), '<w:pStyle w:val="List2"/>'),
  });
  shows(inWord, '984…', [], {
    'under a drawing that hangs on it': line(
      `${run('984')}<w:r><w:drawing><wp:anchor behindDoc="0"><wp:wrapNone/><wps:wsp><a:prstGeom prst="rect"/></wps:wsp></wp:anchor></w:drawing></w:r>`,
    ),
    'under a rectangle of old Word': line(
      `${run('984')}<w:r><w:pict><v:rect style="position:absolute;width:40pt" fillcolor="white"/></w:pict></w:r>`,
    ),
  });
  shows(inWord, '984①', [], {
    'a circled digit as a symbol': line(`${run('984')}<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>`),
  });
  shows(inWord, '规章', [], {
    'a list before words': line(run('规章'), '<w:numPr><w:numId w:val="3"/></w:numPr>'),
  });
  shows(inWord, '984件', [], {
    'a small word': line(run('984', '<w:sz w:val="21"/>') + run('件', '<w:sz w:val="12"/>')),
  });
  shows(inWord, '', ['hidden'], {
    'black under a black marker': one('<w:color w:val="000000"/><w:highlight w:val="black"/>'),
  });
  shows(inWord, '', [], {
    'an empty box of a form': line(shownBy('FORMTEXT')),
  });

  noNumber(inWord, {
    'two paragraphs': line(run('5')) + line(run('7')),
    'a line break': line('<w:r><w:t>5</w:t><w:br/><w:t>7</w:t></w:r>'),
    'a tab': line('<w:r><w:t>5</w:t><w:tab/><w:t>7</w:t></w:r>'),
    'a fraction': line('<m:f><m:num><m:r><m:t>5</m:t></m:r></m:num><m:den><m:r><m:t>7</m:t></m:r></m:den></m:f>'),
    'the code of a field that goes on in the next paragraph': `${line('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF 1=1</w:instrText></w:r>')}${line(`${run('9')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('57')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`)}`,
    'a note between digits': line(run('5') + run('1', '<w:vertAlign w:val="superscript"/>') + run('7')),
    'a digit of a typeface of pictures': line(run('57', '<w:rFonts w:ascii="Wingdings"/>')),
    'bars for digits': line(run('57', '<w:rFonts w:ascii="Code 128"/>')),
    'a digit as small as a mark': line(run('5', '<w:sz w:val="21"/>') + run('7', '<w:sz w:val="12"/>')),
    'a digit of the next size': line(run('5', '<w:sz w:val="21"/>') + run('7', '<w:sz w:val="18"/>')),
    'a small digit beside one of the usual size': line(run('5') + run('7', '<w:sz w:val="12"/>')),
    'a small digit before it': line(run('5', '<w:sz w:val="12"/>') + run('7', '<w:sz w:val="24"/>')),
    'the number of pages': line(field('<w:r><w:instrText> NUMPAGES </w:instrText></w:r>', run('57'))),
    'the day of today in short': line(`<w:fldSimple w:instr="DATE">${run('57')}</w:fldSimple>`),
    'a field without an end': line(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('57')}`),
    'two formulas, each on a line of its own': line(
      '<m:oMathPara><m:oMath><m:r><m:t>5</m:t></m:r></m:oMath></m:oMathPara><m:oMathPara><m:oMath><m:r><m:t>7</m:t></m:r></m:oMath></m:oMathPara>',
    ),
    'the mark of a note between digits': line(`${run('5')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('7')}`),
    'a root': line('<m:oMath><m:rad><m:deg/><m:e><m:r><m:t>57</m:t></m:r></m:e></m:rad></m:oMath>'),
    'figures above each other in a formula': line(
      '<m:oMath><m:limLow><m:e><m:r><m:t>5</m:t></m:r></m:e><m:lim><m:r><m:t>7</m:t></m:r></m:lim></m:limLow></m:oMath>',
    ),
    'a line drawn over it': line(`${run('57')}<w:r><w:drawing><a:prstGeom prst="line"/></w:drawing></w:r>`),
    'a line from corner to corner': `<w:tcPr><w:tcBorders><w:tl2br w:val="single"/></w:tcBorders></w:tcPr>${line(run('57'))}`,
    'a tab to the margin': line('<w:r><w:t>5</w:t><w:ptab w:alignment="right"/><w:t>7</w:t></w:r>'),
    'from right to left': line(`<w:bdo w:val="rtl">${run('57')}</w:bdo>`),
    'a circled figure that a field makes': line(run('57') + shownBy('EQ \\o\\ac(○,1)')),
    'a fraction that a field makes': line(shownBy('EQ \\f(5,7)')),
    'one that a field in short makes': line(`${run('57')}<w:fldSimple w:instr="EQ \\s\\up(1)"/>`),
    'what a click replaces': line(shownBy('MACROBUTTON NoMacro 57')),
    'the day of today': line('<w:r><w:dayShort/></w:r>'),
    'a number that Word counts': line(`${run('57')}${shownBy('AUTONUM')}`),
    'a result that Word makes anew': line(
      `<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/><w:instrText>=SUM(LEFT)</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${run('57')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
    'one in short': line(`<w:fldSimple w:instr="=SUM(LEFT)" w:dirty="1">${run('57')}</w:fldSimple>`),
  });
});

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
    expect(oldAsideOf(oldLookOf(new Uint8Array(list)), 0, [], around)).toBe(aside);
  });

  it.each<[string, readonly number[], string, AsideKind | null]>([
    ['red on a red cell', color(0xc0, 0, 0), 'c00000', 'hidden'],
    ['white on a red cell', color(255, 255, 255), 'c00000', null],
    ['white in a white cell', color(255, 255, 255), 'ffffff', 'unseen'],
    ['red with a ground of its own on a red cell', [...color(0xc0, 0, 0), ...shading(255, 255, 0)], 'c00000', null],
    ['of no colour of its own on a red cell', marker(7), 'c00000', null],
  ])('%s', (_, list, ground, aside) => {
    const around = { ground, isPainted: () => true };
    expect(oldAsideOf(oldLookOf(new Uint8Array(list)), 0, [], around)).toBe(aside);
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
