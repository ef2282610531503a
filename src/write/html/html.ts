/**
 * The report as a web page of one file: accessible tables, readable on a phone, printable, without a script and without
 * anything from elsewhere; and as a fragment to paste into the editor of a portal.
 */
import { findEdition } from '../../report/figures';
import { dateText, signatureOf, type Signature } from '../../report/closing';
import { isTextSection, type Edition } from '../../report/edition';
import { tableLayout } from '../../report/layout';
import { withoutNumber } from '../../report/numbering';
import type { Report } from '../../report/report';
import { reportTitle } from '../../report/sheet/sheet';
import { chartSvg, reportCharts } from '../chart';
import { figureText, type Blanks } from '../figureText';
import { html, htmlLines, htmlText, styleSheet, svgInHtml, type Html } from './markup';
import { inlineStyles, pageStyle } from './style';
import { htmlTable, type InlineStyles } from './table';
import { plainName, refuseUnwritableText, withPlainName } from '../text';

export interface HtmlOptions {
  /** Default `blank`. */
  readonly blanks?: Blanks;
  /** Default: the report’s own. `null`: none. */
  readonly contact?: string | null;
  /** Default: as the report itself is signed. `null`: not. */
  readonly signature?: Signature | null;
  /** Shows the applications and their results as charts, beside last year's where its report is given. */
  readonly charts?: boolean;
  readonly previous?: Report | null;
}

export const htmlType = 'text/html';

function section(
  edition: Edition,
  report: Report,
  { id, title }: Edition['sections'][number],
  blanks: Blanks,
  inline: InlineStyles | null,
): Html {
  const heading = html('h2', { id: `section-${id}` }, htmlText(title));
  if (isTextSection(id)) {
    const style = inline === null ? null : 'text-indent:2em;';
    return html(
      'section',
      { 'aria-labelledby': `section-${id}` },
      heading,
      report.narrative[id].map((text) => html('p', { style }, htmlLines(text))),
    );
  }
  const table = edition.tables.find((candidate) => candidate.id === id);
  if (table === undefined) return heading;
  const caption = withoutNumber(title);
  return html(
    'section',
    { 'aria-labelledby': `section-${id}` },
    heading,
    html(
      'section',
      // What scrolls sideways must be reached by keyboard and have a name.
      { class: 'scroll', tabindex: 0, 'aria-label': caption, style: inline && 'overflow-x:auto;' },
      htmlTable(tableLayout(table), caption, (figure) => figureText(edition, report, figure, blanks), inline),
    ),
  );
}

const charts = (report: Report, options: HtmlOptions): Html[] =>
  options.charts === true
    ? [
        html(
          'section',
          { 'aria-labelledby': 'section-charts' },
          html('h2', { id: 'section-charts' }, htmlText('图表')),
          reportCharts(report, options.previous ?? null).map((chart) =>
            html('figure', null, html('figcaption', null, htmlText(chart.title)), svgInHtml(chartSvg(chart))),
          ),
        ),
      ]
    : [];

/** What stands after the sections. */
const closing = ({ contact, signature }: HtmlOptions, inline: boolean): Html[] => [
  ...(contact ? [html('p', { class: 'contact' }, htmlLines(contact))] : []),
  ...(signature
    ? [
        html(
          'div',
          { class: 'signature', style: inline && 'text-align:right;' },
          html('p', null, htmlText(signature.unit)),
          signature.date === null ? null : html('p', null, htmlText(dateText(signature.date))),
        ),
      ]
    : []),
];

/** The description of the report as a data set in the words of schema.org, as microdata: a page without scripts. */
function dataset(edition: Edition, report: Report): Html[] {
  const { name } = report.unit;
  const property = (key: string, content: string): Html => html('meta', { itemprop: key, content });
  const title = reportTitle(name, report.year);
  return [
    property('description', `${title}（格式：${edition.document}）`),
    property('inLanguage', 'zh-CN'),
    property('isAccessibleForFree', 'true'),
    ...(report.year === null ? [] : [property('temporalCoverage', `${report.year}-01-01/${report.year}-12-31`)]),
    ...(name === null
      ? []
      : [
          html(
            'div',
            { itemprop: 'creator', itemscope: true, itemtype: 'https://schema.org/GovernmentOrganization' },
            property('name', name),
          ),
        ]),
  ];
}

/** The options with the contact and the signature that are meant, the name in one line. */
function withClosing(report: Report, options: HtmlOptions): HtmlOptions {
  const signature = options.signature === undefined ? signatureOf(report) : options.signature;
  const { contact = report.contact ?? null } = options;
  return { ...options, contact, signature: signature && { ...signature, unit: plainName(signature.unit) } };
}

/** @throws UnwritableTextError, or Error for an edition that is not known */
function prepare(report: Report, { contact, signature }: HtmlOptions): Edition {
  const edition = findEdition(report.edition);
  if (edition === undefined) throw new Error(`no edition ${report.edition}`);
  refuseUnwritableText(report, [contact, signature?.unit]);
  return edition;
}

/**
 * The whole page as text.
 * @throws UnwritableTextError
 */
export function writeHtml(given: Report, chosen: HtmlOptions = {}): string {
  const options = withClosing(given, chosen);
  const edition = prepare(given, options);
  const report = withPlainName(given);
  const title = reportTitle(report.unit.name, report.year);
  const blanks = options.blanks ?? 'blank';
  const page = html(
    'html',
    { lang: 'zh-CN' },
    html(
      'head',
      null,
      html('meta', { charset: 'utf-8' }),
      html('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      html('title', null, htmlText(title)),
      styleSheet(pageStyle),
    ),
    html(
      'body',
      null,
      html(
        'main',
        { itemscope: true, itemtype: 'https://schema.org/Dataset' },
        html('h1', { itemprop: 'name' }, htmlText(title)),
        dataset(edition, report),
        edition.sections.map((one) => section(edition, report, one, blanks, null)),
        closing(options, false),
        charts(report, options),
      ),
    ),
  );
  return `<!DOCTYPE html>\n${page}\n`;
}

/**
 * The six sections to paste into a portal's editor, their styles written into the elements.
 * @throws UnwritableTextError
 */
export function writeHtmlFragment(report: Report, chosen: HtmlOptions = {}): string {
  const options = withClosing(report, chosen);
  const edition = prepare(report, options);
  const blanks = options.blanks ?? 'blank';
  const parts = [
    ...edition.sections.map((one) => section(edition, report, one, blanks, inlineStyles)),
    ...closing(options, true),
  ];
  return `${parts.join('\n')}\n`;
}
