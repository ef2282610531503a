/** What sentences say about reviews and lawsuits. Labels come from the edition. */
import { expression } from '../../report/expression/expression';
import { isRowGroup, type RowNode, type StripTable } from '../../report/edition';
import { findTable, rowsOf, type Figure, type Row } from '../../report/figures';
import { number, unitWords } from './spokenNumbers';
import { either, escape, everyOne, gap, naming, near, none, resultEnd, under, type Gathering } from './statement';
import { figuresAt } from '../sums/sums';
import { wording } from './wording';

/** What may stand between the name of a kind of case and its number. */
const countWords =
  '(?:政府信息公开|案件|程序|收案|立案|申请|情况|情形|事项|事件|案|数量?|共计?|合计|总计|总数|达|为|有|发生|的|：|:){0,6}';
/** What made a case, between its number and its name: 5 件因政府信息公开引发的行政复议. */
const cause =
  '(?:[^，。；、：:,;（）\\d未无没不]{0,18}(?:公开|答复|告知书|引发|引起|产生|提起|提请|进入|转入|申请|发生|涉及|涉|被|类|的))?';
/** Cases that a body decides or defends for others, and cases that are only filed. */
const otherCases = expression(
  String.raw`应诉|出庭|(?<!经[^，。；]{0,10}|法院|[正尚仍]在[^，。；]{0,8})审理(?!结果|(?:之|过程)?中)|(?<!未|待|没有|已|全部|均|都|现|法院|（)审结(?!的政府信息公开)|代理|办案|承办(?![^，。；]{0,30}(?:公开|申请))|县级以上|复议机构|案例\d|(?<!公开[^，。；]{0,4})纠纷|民事|各类(?:行政)?(?:复议|诉讼)|(?:涉税|税务|海关|治安|交通|工伤|社保|劳动|征收|征地|拆迁|土地|环境|环保|涉企)(?:类)?行政(?:复议|诉讼)|(?:收到|受理|接到|接收|新收|办理)(?:行政)?复议`,
);

/** 因具体行政行为被提起行政诉讼 2 起: about something else than information. */
const byOtherCause =
  /(?:因|涉及|关于)(?!行政(?:复议|诉讼)|.*(?:公开|申请|答复|告知|政府信息))[^，。；\d]{2,20}(?:复议|诉讼)/u;

const filed = '(?:备案|报备|备查)';
/** Cases that are put on record are counted otherwise, also where the sentence says so only at its end. */
const onRecord = wording(
  `${filed}(?![^，。；、]{0,12}文件)[^。]*。?$|(?:案件|复议|诉讼)[^，。；]{0,12}${filed}|${filed}[^。；]{0,20}(?:案件|复议|诉讼)`,
);

/** How cases may end, each with what it is called. */
interface Ending {
  readonly id: string;
  readonly word: string;
}

interface Cases {
  readonly gathering: Gathering;
  readonly review: StripTable;
  readonly rows: readonly Row[];
  readonly results: readonly Ending[];
  readonly figures: (rows: readonly string[], column: string) => Figure[];
}

/** 行政诉讼案件 56 件，负责人出庭应诉 51 件: all that a body defends, unless the sentence speaks of information. */
const ofInformation =
  /^(?=[^]*(?:复议|诉))(?=[^]*(?:复议|行政|公开|[被起]诉))(?:(?=[^]*公开)|(?![^]*(?:出庭|[一二]审|应诉|为被告|受理行政复议|(?:收到|受理)复议)))/u;
const cases = { rule: 'N-CASE', sentenceMust: ofInformation, paragraphNever: onRecord } as const;

/** Reviews and lawsuits, and how they ended. */
export function gatherCases(gathering: Gathering): void {
  const { edition } = gathering;
  const review = findTable(edition, 'review', 'strip');
  const figures: Cases['figures'] = (rows, column) => figuresAt(edition, 'review', rows, [column]);
  const results = review.columns
    .filter(({ id }) => id !== 'total')
    .map(({ id, label }) => ({ id, word: edition.spoken.endings[id] ?? escape(label) }));
  const all = { gathering, review, rows: rowsOf(review), results, figures };
  for (const node of review.rows) gatherKind(all, node);
  gatherLawsuits(all);
  gatherBoth(all);
}

const countTold = '[^。；\\d]{0,8}\\d{1,12}[^。；\\d]{0,12}';
const ofEither = wording(
  `(?:复议${countTold}诉讼|诉讼${countTold}复议)[^。；\\d]{0,8}(?:\\d{1,12}[^。；（\\d]{0,4}，其中|0[^。；\\d]{0,4}[，（](?:其中)?)(?:(?!复议|诉讼)[^。；]){0,60}$`,
);

/** How the cases ended that were named last before the number. */
function gatherEndings(
  { gathering: { addEach }, rows: all, results, figures }: Cases,
  rows: readonly string[],
  after: RegExp,
  unless: RegExp | null,
): void {
  // 行政复议 5 宗、行政诉讼 3 宗，其中 2 宗维持: of the ones, of the others or of both; in brackets of the last named.
  const every = all.map(({ id }) => id);
  const rest = every.filter((id) => !rows.includes(id));
  const others = (result: string): Figure[][] => [figures(rest, result), figures(every, result)];
  const neverBefore = unless === null ? otherCases : wording(`${otherCases.source}|${unless.source}`);
  for (const result of results) {
    const rest = result.id === 'otherResult' ? [expression(`(?<=[、，；])其[他它](?:处理)?${number}`, 'gu')] : [];
    addEach(
      {
        ...cases,
        sums: [figures(rows, result.id)],
        under: under([naming(ofEither, () => others(result.id))]),
        sentenceSoFarMust: after,
        sentenceSoFarNever: neverBefore,
      },
      [...either(`${result.word}${gap(4)}`, `${near(6)}${result.word}`), ...rest],
    );
  }
}

/** Cases that all ended alike. */
function gatherEndingOfAll(
  { gathering: { add }, results, figures }: Cases,
  rows: readonly string[],
  called: string,
): void {
  // 行政复议 1 件，为其他结果; 5 件行政复议，已审结，均维持: all of them.
  const alike = `[，（](?:(?:目前)?${everyOne}?已?审结[，、])?(?:目前|现|至今|截至目前|该|上述|复议机关|法院){0,2}(?:案件|案)?(?:审理|复议|判决|裁判|裁决|处理)?(?:结果|决定)?(?:${everyOne}|已)?(?:为|是|被|予以|获|得到|作出|归入|属于?|列为)?(?:行政)?(?:复议|诉讼)?`;
  // 复议 5 件、诉讼 1 件，均维持: all of the ones, and of the others.
  const andOthers = `(?=[、，；和及](?![^，。；\\d]{0,14}(?:其中|未经|后))[^，。；：\\d]{0,14}\\d{1,12}${unitWords}${alike.replace(`(?:${everyOne}|已)?`, everyOne)}`;
  for (const result of results) {
    add({
      ...cases,
      besides: true,
      pattern: `${called}${countWords}(?!0)${number}${andOthers}${result.word}(?:的|结果|决定)?(?=[，。；）]|$))`,
      sums: [figures(rows, result.id)],
      sentenceSoFarNever: otherCases,
    });
    for (const counted of [`${called}${countWords}${number}`, `${number}${cause}${called}(?:案件|案|申请)?`]) {
      add({
        ...cases,
        besides: true,
        pattern: `${counted}${alike}${result.word}(?:的|结果|决定)?(?=[，。；）]|$)`,
        sums: [figures(rows, result.id)],
        sentenceSoFarNever: otherCases,
      });
    }
  }
}

/** 7 件行政诉讼被判决纠正; 无维持: an ending with the cases between, or denied. */
function gatherEndingNamed(
  { gathering: { add, name }, results, figures }: Cases,
  rows: readonly string[],
  { full, short, lastNamed }: { readonly full: string; readonly short: string; readonly lastNamed: RegExp },
): void {
  for (const result of results) {
    // 7 件行政诉讼被判决纠正: the cases stand between.
    add({
      ...cases,
      pattern: `${number}(?:因?政府信息公开)?(?:类|引发的)?${full}(?:案件)?(?:被|经|法院|判决|决定|责令|予以){0,4}${result.word}`,
      sums: [figures(rows, result.id)],
      sentenceSoFarNever: otherCases,
    });
    name({
      rule: 'N-CASE',
      word: wording(`${short}[^，。；]*${result.word}`),
      denied: wording(`${none}${result.word}${resultEnd}`),
      deniedAfter: lastNamed,
      sums: [figures(rows, result.id)],
      parts: [],
    });
  }
}

/** How many cases there are of a kind, by what it is called. */
const countsOf = (called: string, full: string, short: string): RegExp[] =>
  either(
    `${called}${countWords}`,
    `${cause}(?:${full}|(?<=公开|被|类|引[发起]的|产生的)${short})(?!(?:案件)?(?:[、和及与]\\d{1,12}${unitWords}行政[^，。；、\\d]{2,6})?(?:在审|正在|尚|未|被|机关|机构|决定)|的)(?:案件中)?`,
  ).concat(
    // 被申请复议 3 件，其中信息公开类 1 件: of all kinds, and of these.
    expression(
      `(?<=${called}${countWords}\\d{1,12}${unitWords}[，（]其中[：:，]?(?:涉及|涉|属于?|为|因|与|系)?(?:政府)?信息公开(?:的|类|方面|相关|有关|申请|事项|案件|引发){0,3})${number}`,
      'gu',
    ),
    // 8 件行政复议中，维持 5 件: the whole of which the sentence goes on to tell.
    expression(`${number}${cause}${full}(?:案件|案|申请)?(?:之?中)`, 'gu'),
  );

/** 行政复议答复 96 件、应诉 41 件，其中因政府信息公开引发的行政复议 2 件: of all that a body defends, these. */
function gatherOfInformation({ gathering: { add }, figures }: Cases, rows: readonly string[], called: string): void {
  add({
    ...cases,
    pattern: `(?<=其中[：:，]?(?:因|涉及|涉|属于?)?(?:政府)?信息公开(?:工作|答复|申请)?(?:而)?(?:引发|引起|提起|产生|类)?的?)${called}${countWords}${number}`,
    sums: [figures(rows, 'total')],
    sentenceSoFarNever: /审理|审结|复议机[关构]/u,
  });
}

/** 复议 for 行政复议. */
const shortOf = ({ label }: RowNode): string => escape(label.replace('行政', ''));

/** One kind of cases, in all its rows. */
function gatherKind(all: Cases, node: RowNode): void {
  const { gathering, review, figures } = all;
  const { addEach, name } = gathering;
  const own = isRowGroup(node) ? node.rows.map(({ label }) => label) : [node.label];
  const rows = all.rows.filter(({ labels }) => labels.some((label) => own.includes(label))).map(({ id }) => id);
  const full = escape(node.label);
  const short = shortOf(node);
  // A lawsuit that was lost is one that was corrected.
  const results = all.results.map((result) =>
    result.id === 'corrected' && short.includes('诉讼') ? { ...result, word: `(?:${result.word}|败诉)` } : result,
  );
  // 被起诉 3 件 is a lawsuit too; 直接被起诉 is one kind of them.
  const sued = '(?<!直接|[后再又])被起?诉(?!讼)';
  const also = (kind: string): string => (kind === '诉讼' ? `|${sued}` : '');
  const called = `(?:${full}|(?<![经行政]|正在)${short}${also(short)})`;
  const any = review.rows.map(shortOf).map((each) => each + also(each));
  addEach(
    {
      ...cases,
      sums: [figures(rows, 'total')],
      // 被纠正的政府信息公开行政复议 2 件.
      under: under(
        results.map((result) =>
          naming(wording(`${result.word}的[^，。；、]{0,10}$`), () => [figures(rows, result.id)]),
        ),
      ),
      // 撤销复议申请 1 件 is how one ended.
      // 2023年遗留的 1 件: of another year.
      clauseNever:
        /许可|撤[销回]的?(?:行政)?复议|(?:驳回|撤诉|终止|胜诉|败诉)[^，。；\d]{0,6}的|(?:\d|去|上一?)年度?(?:遗留|结转|未结)/u,
      clauseSoFarNever: byOtherCause,
      sentenceSoFarNever: otherCases,
    },
    countsOf(called, full, short),
  );
  gatherOfInformation(all, rows, called);
  const ended = { ...all, results };
  gatherEndingOfAll(ended, rows, called);
  const mentioned = wording(`(?<!未经)${short}(?!后|机关|机构|纠错|案例|研讨|培训|工作)`);
  name({
    rule: 'N-CASE',
    word: mentioned,
    // 无行政复议、行政诉讼纠错案件 denies that ending alone, as what is named with them.
    denied: wording(mentioned.source.replace('|纠错', '')),
    sums: [figures(rows, 'total')],
    parts: results.map((result) => ({
      word: wording(result.id === 'corrected' ? `${result.word}|败诉` : result.word),
      sum: figures(rows, result.id),
    })),
  });
  // 行政诉讼 1 件，未经复议直接起诉，未被纠错: that names no reviews.
  const lastNamed = wording(
    `(?:(?<!未经|未经行政)${short}(?!后)${also(short)})(?![^]*(?<!未经|未经行政)(?:${any.join('|')})(?!后|机关|机构|决定|结果|程序|维持))`,
  );
  gatherEndings(ended, rows, lastNamed, /未经(?:行政)?复议|复议后/u);
  gatherEndingNamed(ended, rows, { full, short, lastNamed });
}

/** Lawsuits at once and after a review. */
function gatherLawsuits(all: Cases): void {
  const { gathering, figures } = all;
  const { add, name } = gathering;
  const lawsuit = '(?:被)?(?:提)?起(?:行政)?(?:诉讼|诉)?(?:的)?(?:行政诉讼)?';
  const atOnce = `(?:未经(?:行政)?复议(?:程序)?(?:而)?(?:直接)?|(?<!再|又|后)直接)${lawsuit}`;
  const later = `(?<!未)(?:经)?(?:行政)?复议后(?:再|又|直接)?${lawsuit}`;
  for (const { id, phrase, other } of [
    { id: 'directLitigation', phrase: atOnce, other: later },
    { id: 'litigationAfterReconsideration', phrase: later, other: atOnce },
  ]) {
    const pattern = expression(`${phrase}${countWords}${number}`, 'gu');
    add({ ...cases, pattern, sums: [figures([id], 'total')] });
    name({
      rule: 'N-CASE',
      word: wording(phrase),
      denied: wording(`${none}${phrase}`),
      sums: [figures([id], 'total')],
      parts: [],
    });
    // 诉讼 3 件（直接起诉 2 件），审结 2 件: what follows the brackets is told of all.
    gatherEndings(all, [id], wording(`${phrase}(?![^]*(?:${other}))(?![^（]*）)`), null);
  }
}

/** Both in one breath: 行政复议和行政诉讼共 19 件; 政府信息公开争议 19 件, of which the sentence names both. */
function gatherBoth({ gathering: { addEach, name }, review, rows, results, figures }: Cases): void {
  const names = review.rows.map((node) => `(?:行政)?${shortOf(node)}`);
  const both = names.join('(?:案件)?[、和及与]?');
  const ids = rows.map(({ id }) => id);
  addEach({ ...cases, sums: [figures(ids, 'total')], sentenceSoFarNever: otherCases }, [
    `${both}${countWords}${number}`,
    `争议${countWords}${number}(?=[^。]{0,60}${names.join('[^。]{0,60}')}|，其中[，：]?(?:${names.join('|')})\\d)`,
  ]);
  // 未因政府信息公开申请引起行政争议.
  name({
    rule: 'N-CASE',
    word: null,
    denied: wording(`${none}[^，。；\\d]{0,16}公开[^，。；\\d]{0,12}(?:行政)?(?:争议|纠纷)`),
    sums: [figures(ids, 'total')],
    parts: [],
  });
  // 诉讼 18 件，复议 18 件，均已审结，无败诉或纠错: of both.
  name({
    rule: 'N-CASE',
    word: null,
    denied: wording(`${none}(?:败诉[、和或及与]{0,2}(?:被)?纠[错正]|(?:被)?纠[错正][、和或及与]{0,2}败诉)${resultEnd}`),
    deniedAfter: /复议[^]*诉讼|诉讼[^]*复议/u,
    sums: [figures(ids, 'corrected')],
    parts: [],
  });
  // 行政复议、行政诉讼案件 19 件，结果维持 12 件: of both too.
  for (const result of results) {
    addEach(
      {
        ...cases,
        sums: [figures(ids, result.id)],
        sentenceSoFarMust: wording(`${both}${countWords}\\d`),
        sentenceSoFarNever: otherCases,
      },
      either(`${result.word}${gap(4)}`, `${near(6)}${result.word}`),
    );
  }
}
