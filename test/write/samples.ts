/** Reports of invented offices, large enough to fill real pages. */
import { figuresOf, findEdition } from '../../src/report/figures';
import { emptyReport } from '../../src/report/empty';
import type { Report } from '../../src/report/report';

/** A number from an id that is the same in every run. */
const seeded = (text: string, below: number): number => {
  let hash = 2166136261;
  for (const char of text) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
  return (hash >>> 0) % below;
};

const overview = [
  '本报告根据《中华人民共和国政府信息公开条例》的规定编制，所列数据的统计期限为2025年1月1日至12月31日。2025年，云溪县林业局坚持以公开为常态、不公开为例外，聚焦国土绿化、森林防火、林权登记等群众关心的事项，持续推进决策、执行、管理、服务、结果公开，各项工作有序开展。现将有关情况报告如下。',
  '（一）主动公开情况',
  '全年通过县政府门户网站主动公开政府信息312条，其中政策文件18条、财政预决算4条、行政许可结果96条、森林防火预警信息41条。对涉及群众切身利益的《云溪县古树名木保护办法》，采取图解、问答、视频等方式解读6次，回应群众关切23件。',
  '（二）依申请公开情况。全年收到政府信息公开申请47件，上年结转2件，均已按期办理；申请内容主要集中在征占用林地审批、生态公益林补偿和林权纠纷处理等方面。',
  '（三）政府信息管理情况。严格执行信息发布“三审三校”制度，对拟公开信息逐条进行保密审查，全年未发生泄密事件。对历年公开的规范性文件进行了集中清理，废止2件，标注失效3件，并在网站上同步更新有效性。',
  '（四）政府信息公开平台建设情况',
  '对门户网站政府信息公开专栏进行了改版，设置林长制、森林防火、野生动植物保护3个专题；在各乡镇林业站设立政府信息公开查阅点12处，配备电子查阅屏9台，全年接待查阅群众680人次。',
  '（五）监督保障情况。将政务公开工作纳入局机关年度绩效考核，全年组织业务培训2次、参训76人次。主动接受社会评议，开展问卷调查1次，群众满意度为96.4%。全年未发生因政府信息公开工作被追究责任的情形。',
];

const problems = [
  '2025年，我局政府信息公开工作取得了一定成效，但仍存在一些不足：一是政策解读的形式还不够丰富，对林农关心的补贴政策讲解不够通俗；二是依申请公开答复文书的规范性有待提高，个别答复未写明救济途径；三是基层林业站从事政务公开工作的人员多为兼职，变动频繁。',
  '下一步，我局将从以下三个方面加以改进：一是以图解和短视频为主解读林业惠民政策，每项政策发布后10个工作日内完成解读；二是编印依申请公开答复文书示范文本，答复前一律经法制机构审核；三是每季度对基层林业站政务公开人员培训1次，并建立岗位交接清单。',
];

/** A report of the 2025 or the 2020 figures of 云溪县林业局 whose sums hold. */
export function sampleReport(editionId = '2021'): Report {
  const edition = findEdition(editionId);
  if (edition === undefined) throw new Error(`no edition ${editionId}`);
  const report = emptyReport(edition, editionId === '2021' ? 2025 : 2020, '云溪县林业局');
  const figures: Record<string, number | null> = {};
  for (const figure of figuresOf(edition)) figures[figure.id] = figure.kind === 'change' ? -3 : seeded(figure.id, 60);
  if ('disclosure.fees.amount' in figures) figures['disclosure.fees.amount'] = 18.871;
  if ('disclosure.procurement.amount' in figures) figures['disclosure.procurement.amount'] = 160.5964;

  const columns = ['person', 'enterprise', 'research', 'socialOrganization', 'legalService', 'otherOrganization'];
  const rows = [
    ...new Set(figuresOf(edition).flatMap((figure) => (figure.table === 'applications' ? [figure.row] : []))),
  ];
  const results = rows.filter((row) => !['received', 'carriedIn', 'total', 'carriedOut'].includes(row));
  const at = (row: string, column: string): number => figures[`applications.${row}.${column}`] ?? 0;
  for (const column of columns) {
    for (const row of results)
      figures[`applications.${row}.${column}`] = seeded(`${row}${column}`, 5) === 0 ? seeded(row, 4) : 0;
    const total = results.reduce((sum, row) => sum + at(row, column), 0);
    figures[`applications.total.${column}`] = total;
    figures[`applications.carriedOut.${column}`] = column === 'person' ? 3 : 0;
    figures[`applications.carriedIn.${column}`] = column === 'person' ? 2 : 0;
    figures[`applications.received.${column}`] = total + at('carriedOut', column) - at('carriedIn', column);
  }
  for (const row of rows) {
    figures[`applications.${row}.total`] = columns.reduce((sum, column) => sum + at(row, column), 0);
  }
  for (const block of ['reconsideration', 'directLitigation', 'litigationAfterReconsideration']) {
    const parts = ['upheld', 'corrected', 'otherResult', 'pending'];
    parts.forEach((part, index) => (figures[`review.${block}.${part}`] = index === 0 ? 2 : index === 3 ? 1 : 0));
    figures[`review.${block}.total`] = 3;
  }
  return {
    ...report,
    unit: { name: '云溪县林业局', creditCode: null, kind: 'department', level: 'county' },
    figures,
    units: editionId === '2019' ? { 'disclosure.procurement.amount': 'tenThousandYuan' } : {},
    narrative: { overview, problems, other: ['本年度未收取信息处理费，无其他需要报告的事项。'] },
  };
}

/** Texts that try to become something else, with the name of what they try. */
export const hostileTexts: readonly (readonly [name: string, text: string])[] = [
  ['markup of a web page', '</p></section><script>alert(1)</script><img src=x onerror="alert(1)">'],
  ['markup of Word and of a workbook', '</w:t></w:r><w:r><w:br/></w:r></t></is></c><!-- --> ]]> <![CDATA[x]]>'],
  ['entities and escapes', '&lt;b&gt; &amp;amp; &#0; &nbsp; _x0041_ _x000D_ "\'`'],
  ['an attribute', '" onload="alert(1)\' x=\'1'],
  ['emoji', '🏛️👩‍⚕️👨‍👩‍👧‍👦🇨🇳 𠮷𡈽 葛󠄀'],
  ['marks of direction', '\u202E右起\u202C \u200Fعربي\u200E \u2067内\u2069 \u061C'],
  ['a formula', '=HYPERLINK("http://example.org","x")'],
  ['thirty thousand characters', '很长的一段文字，没有尽头。'.repeat(2_308).slice(0, 30_000)],
  ['spaces at both ends', '　 前后都有空格  　'],
  ['several lines', '第一行\n第二行\n\n第四行'],
];

/** A report whose every text is this one, except that the name of an office is short. */
export const hostileReport = (text: string): Report => ({
  ...sampleReport(),
  unit: { name: [...text].slice(0, 60).join(''), creditCode: null, kind: 'department', level: 'county' },
  narrative: { overview: [text], problems: [text, text], other: [text] },
  explanations: [{ rule: 'T2-ID', figures: ['applications.total.person'], values: {}, text }],
});
