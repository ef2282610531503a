/** The reports behind the workbench's samples. The office is invented, and so is every figure. */
import { edition2019 } from '../../src/report/editions/2019';
import { edition2021 } from '../../src/report/editions/2021';
import type { Edition } from '../../src/report/edition';
import { emptyReport } from '../../src/report/empty';
import { figuresOf } from '../../src/report/figures';
import type { Report } from '../../src/report/report';

const unit = '云溪县林业局';
export const applicants = [
  'person',
  'enterprise',
  'research',
  'socialOrganization',
  'legalService',
  'otherOrganization',
] as const;

/** Rows of the 申请 table by applicant, in the order of `applicants`; what is not named is 0. */
type Rows = Readonly<Record<string, readonly number[]>>;

const outside = new Set(['received', 'carriedIn', 'total', 'carriedOut']);

/** All rows with their totals: 总计 of each row and （七）总计 of each column. */
export function applicationFigures(rows: Rows): Record<string, number> {
  const results = applicants.map((_, i) =>
    Object.entries(rows).reduce((sum, [row, values]) => (outside.has(row) ? sum : sum + (values[i] ?? 0)), 0),
  );
  const figures: Record<string, number> = {};
  for (const [row, values] of Object.entries({ ...rows, total: results })) {
    applicants.forEach((applicant, i) => {
      figures[`applications.${row}.${applicant}`] = values[i] ?? 0;
    });
    figures[`applications.${row}.total`] = applicants.reduce((sum, _, i) => sum + (values[i] ?? 0), 0);
  }
  return figures;
}

/** A complete report: figures that are not named are 0. */
function complete(edition: Edition, year: number, figures: Readonly<Record<string, number>>): Report {
  const report = emptyReport(edition, year, unit);
  const known = new Set(figuresOf(edition).map(({ id }) => id));
  for (const id of Object.keys(figures)) if (!known.has(id)) throw new Error(`edition ${edition.id} has no ${id}`);
  return {
    ...report,
    unit: { ...report.unit, kind: 'department', level: 'county' },
    figures: Object.fromEntries([...known].map((id) => [id, figures[id] ?? 0])),
  };
}

const of2025 = complete(edition2021, 2025, {
  'disclosure.normativeDocuments.issued': 2,
  'disclosure.normativeDocuments.repealed': 1,
  'disclosure.normativeDocuments.inForce': 9,
  'disclosure.licensing.decisions': 143,
  'disclosure.penalties.decisions': 6,
  'disclosure.coercion.decisions': 1,
  'disclosure.fees.amount': 3.26,
  ...applicationFigures({
    received: [14, 3, 0, 0, 1],
    carriedIn: [1],
    granted: [6, 2],
    partlyGranted: [2, 0, 0, 0, 1],
    'denied.thirdParty': [1],
    'denied.enforcementFile': [1],
    'unavailable.notHeld': [3, 1],
    'notProcessed.petition': [1],
    carriedOut: [1],
  }),
  'review.reconsideration.upheld': 1,
  'review.reconsideration.total': 1,
});

const narrative2025: Report['narrative'] = {
  overview: [
    '2025年，云溪县林业局坚持以习近平新时代中国特色社会主义思想为指导，认真贯彻《中华人民共和国政府信息公开条例》，围绕林长制、森林防火、林木采伐审批等群众关心的工作，推进政府信息公开。',
    '（一）主动公开。全年制发行政规范性文件2件，废止1件，现行有效9件；作出行政许可决定143件、行政处罚决定6件、行政强制决定1件。林木采伐许可、林地审批结果均在作出决定之日起七个工作日内公开。',
    '（二）依申请公开。全年新收政府信息公开申请18件，上年结转1件；办结18件，结转下年度继续办理1件。其中予以公开8件，部分公开3件，不予公开2件，无法提供4件，不予处理1件。因政府信息公开被申请行政复议1件，结果维持；没有行政诉讼。',
    '（三）政府信息管理。修订信息发布审核表，文件起草时同步确定公开属性，对2020年以来的规范性文件开展一次清理，清理结果已公布。',
    '（四）平台建设。县政府网站林业局专栏新设“林长制”“森林防火”两个栏目，对失效链接逐条排查整改。',
    '（五）监督保障。明确办公室两名工作人员负责政务公开，全年组织业务培训2次；未发生因信息公开工作被追究责任的情形。',
  ],
  problems: [
    '存在的主要问题：一是林业补助政策解读以文字为主，图表和问答偏少，林农反映看不明白；二是乡镇林业站报送信息不够及时，个别公示晚于规定时限。',
    '改进情况：一是会同宣传股对退耕还林、公益林补偿两项政策制作一图读懂；二是与12个乡镇林业站建立月度报送台账，逾期的在例会上通报；三是请县司法局对依申请公开答复文书开展一次评查。',
  ],
  other: ['2025年度，本机关未收取政府信息公开信息处理费。', '没有其他需要报告的事项。'],
};

const of2020 = complete(edition2019, 2020, {
  'disclosure.normativeDocuments.made': 3,
  'disclosure.normativeDocuments.published': 3,
  'disclosure.normativeDocuments.publicTotal': 8,
  'disclosure.licensing.itemsLastYear': 21,
  'disclosure.licensing.change': -2,
  'disclosure.licensing.decisions': 118,
  'disclosure.otherServices.itemsLastYear': 6,
  'disclosure.otherServices.decisions': 34,
  'disclosure.penalties.itemsLastYear': 57,
  'disclosure.penalties.change': 1,
  'disclosure.penalties.decisions': 9,
  'disclosure.coercion.itemsLastYear': 4,
  'disclosure.fees.itemsLastYear': 2,
  'disclosure.procurement.projects': 5,
  'disclosure.procurement.amount': 86.4,
  ...applicationFigures({
    received: [9, 2],
    carriedIn: [0],
    granted: [4, 1],
    partlyGranted: [1],
    'denied.internalAffairs': [1],
    'unavailable.notHeld': [2, 1],
    other: [1],
    carriedOut: [0],
  }),
});

const narrative2020: Report['narrative'] = {
  overview: [
    '2020年，云溪县林业局认真贯彻新修订的《中华人民共和国政府信息公开条例》，推进林业领域政府信息公开。',
    '（一）主动公开。全年新制作规范性文件3件，并全部公开；林木采伐许可、林地审批结果按时公开。',
    '（二）依申请公开。全年新收政府信息公开申请11件，无上年结转；办结11件，无结转下年度继续办理的申请。其中予以公开5件，部分公开1件，不予公开1件，无法提供3件，其他处理1件。没有因政府信息公开工作被申请行政复议、提起行政诉讼的情形。',
    '（三）政府信息管理。建立信息发布审核制度，文件起草时同步确定公开属性。',
    '（四）平台建设。县政府网站林业局专栏按新条例调整栏目。',
    '（五）监督保障。明确一名工作人员负责政务公开，全年组织业务培训1次。',
  ],
  problems: [
    '存在的主要问题：依申请公开答复文书格式不够统一，主动公开栏目更新不够均衡。',
    '改进情况：统一使用省里印发的答复文书示范文本；将栏目更新责任落实到股室，每季度检查一次。',
  ],
  other: ['2020年度，本机关未收取政府信息公开信息处理费。', '没有其他需要报告的事项。'],
};

export interface SampleReport {
  readonly edition: Edition;
  readonly totals: 'formulas' | 'typed';
  readonly report: Report;
}

const correct: Report = { ...of2025, narrative: narrative2025 };

/** Names are those of the files beside the page. */
export const sampleReports: Readonly<Record<'broken' | 'correct' | 'edition2019', SampleReport>> = {
  // （七）总计 of 自然人 is one short of what stands above it, as when it was copied from an earlier draft.
  broken: {
    edition: edition2021,
    totals: 'typed',
    report: { ...correct, figures: { ...correct.figures, 'applications.total.person': 13 } },
  },
  correct: { edition: edition2021, totals: 'formulas', report: correct },
  edition2019: {
    edition: edition2019,
    totals: 'typed',
    report: { ...of2020, units: { 'disclosure.procurement.amount': 'tenThousandYuan' }, narrative: narrative2020 },
  },
};
