/**
 * The report as a Word file that can be published as it is: GB/T 9704-2012 as far as it applies to a report, the three
 * official tables with the spans of the printed form.
 */
import { findEdition } from '../../report/figures';
import { tableLayout } from '../../report/layout';
import { reportTitle } from '../../report/sheet/sheet';
import { isTextSection, type Edition } from '../../report/edition';
import type { Report } from '../../report/report';
import { compareYears, mainComparisons } from '../compare';
import { figureText, type Blanks } from '../figureText';
import { plainName, refuseUnwritableText, withPlainName } from '../text';
import { annex } from './annex';
import { signatureOf, type Signature } from '../../report/closing';
import { contactParagraph, reviewBlock, signatureBlock, type ReviewBlock } from './closing';
import { fontProfiles, type FontProfile, type FontProfileId } from './fonts';
import { paragraph, run, w, wordRoot } from './markup';
import { gridLine, landscapePage, portraitPage, sectionProperties, textHeight, textWidth, type Page } from './page';
import { wordPackage } from './package';
import type { WordPicture } from './picture';
import { narrativeParagraph, titleLines } from './paragraphs';
import { reportTable } from './table';
import { element, type Xml } from '../xml';

export interface WordOptions {
  /** Default `standard`. */
  readonly fonts?: FontProfileId;
  /** The large 申请 table fitted on one portrait page, or on a landscape page of its own. Default `portrait`. */
  readonly applications?: 'portrait' | 'landscape';
  /** Default `blank`. */
  readonly blanks?: Blanks;
  /** A paragraph after the last section that says how to reach the office. Default: the report’s own. `null`: none. */
  readonly contact?: string | null;
  /** Default: as the report itself is signed. `null`: not. */
  readonly signature?: Signature | null;
  /** Last year's report: adds an annex that sets its figures beside this year's. */
  readonly previous?: Report | null;
  /** Charts for the annex. */
  readonly pictures?: readonly WordPicture[];
  /** Makes the print a review copy (送审稿) with its block to fill in. A published file has none. */
  readonly review?: ReviewBlock | null;
}

export { wordType } from './package';

/** Paragraphs and tables of one section under its heading. */
function section(
  edition: Edition,
  report: Report,
  { id, title }: Edition['sections'][number],
  page: Page,
  options: {
    readonly blanks: Blanks;
    readonly pageBreak: boolean;
    readonly afterTable: boolean;
    readonly fonts: FontProfile;
  },
): Xml[] {
  const heading = paragraph(
    'Heading1',
    [
      options.pageBreak ? w('pageBreakBefore') : null,
      options.afterTable ? w('spacing', { before: gridLine / 2, line: gridLine, lineRule: 'exact' }) : null,
    ],
    run([title]),
  );
  if (isTextSection(id)) {
    const texts = report.narrative[id];
    return [
      heading,
      ...(texts.length === 0
        ? [paragraph('BodyText', [])]
        : texts.map((text) => narrativeParagraph(text, options.fonts))),
    ];
  }
  const table = edition.tables.find((candidate) => candidate.id === id);
  if (table === undefined) return [heading];
  const space = { width: textWidth(page), height: textHeight(page) - 2 * gridLine };
  return [
    heading,
    reportTable(tableLayout(table), space, title, (figure) => figureText(edition, report, figure, options.blanks)),
  ];
}

function documentPart(edition: Edition, report: Report, options: WordOptions): Xml {
  const landscape = options.applications === 'landscape';
  const fonts = fontProfiles[options.fonts ?? 'standard'];
  const blanks = options.blanks ?? 'blank';
  const comparisons = options.previous ? mainComparisons(compareYears(report, options.previous), edition) : [];
  // The paragraph that ends a section must not need a line of its own on a full page.
  const endSection = (page: Page): Xml =>
    paragraph(null, [w('spacing', { line: 20, lineRule: 'exact' }), sectionProperties(page, 'nextPage')]);

  const body = edition.sections.flatMap((item, index) => {
    const large = item.id === 'applications';
    const turned = large && landscape;
    const previous = edition.sections[index - 1];
    const content = section(edition, report, item, turned ? landscapePage : portraitPage, {
      blanks,
      fonts,
      pageBreak: large && !landscape,
      afterTable:
        previous !== undefined &&
        !isTextSection(previous.id) &&
        !large &&
        !(landscape && previous.id === 'applications'),
    });
    return turned ? [endSection(portraitPage), ...content, endSection(landscapePage)] : content;
  });

  return element(
    'w:document',
    wordRoot,
    w(
      'body',
      null,
      paragraph('Title', [], run(titleLines(report.unit.name, report.year))),
      options.review ? paragraph(null, [w('jc', { val: 'center' })], run(['（送审稿）'])) : null,
      body,
      options.contact ? contactParagraph(options.contact) : null,
      options.signature ? signatureBlock(options.signature) : null,
      options.review ? reviewBlock(options.review) : null,
      annex(comparisons, options.pictures ?? [], fonts),
      sectionProperties(portraitPage, landscape ? 'nextPage' : null),
    ),
  );
}

/**
 * The .docx file.
 * @throws UnwritableTextError where `textProblems` finds a character that no XML file can hold
 * @throws Error for an edition that is not known
 */
export function writeWord(given: Report, chosen: WordOptions = {}): Uint8Array {
  const edition = findEdition(given.edition);
  if (edition === undefined) throw new Error(`no edition ${given.edition}`);
  const { contact = given.contact, review } = chosen;
  const signature = chosen.signature === undefined ? signatureOf(given) : chosen.signature;
  refuseUnwritableText(given, [
    contact,
    signature?.unit,
    review?.unit,
    review?.preparedBy,
    review?.reviewedBy,
    review?.telephone,
    ...(chosen.pictures ?? []).map(({ description }) => description),
  ]);
  const report = withPlainName(given);
  const options: WordOptions = {
    ...chosen,
    contact: contact ?? null,
    signature: signature ? { ...signature, unit: plainName(signature.unit) } : null,
    review: review ? { ...review, unit: review.unit === null ? null : plainName(review.unit) } : null,
  };
  const pictures = options.pictures ?? [];
  const profile = options.fonts ?? 'standard';
  return wordPackage({
    document: documentPart(edition, report, options),
    title: reportTitle(report.unit.name, report.year),
    creator: report.unit.name,
    profile,
    pictures,
  });
}
