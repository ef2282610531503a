/** For each rule an example that passes and one that fails. The tests run them; the rule catalogue prints them. */
import { findEdition, figuresOf, type Entry, type FigureId } from '../report/figures';
import { emptyReport } from '../report/empty';
import type { Report, UnitKind, UnitLevel } from '../report/report';
import type { RuleId } from './details';
import type { CheckInput } from './input';
import { entriesOfReport } from './input';

/** What differs from a report that is right: every figure 0, the text complete. */
export interface Example {
  readonly edition?: string;
  readonly year?: number;
  readonly figures?: Readonly<Record<FigureId, number>>;
  /** Cells that hold something else than a number. */
  readonly entries?: Readonly<Record<FigureId, Entry>>;
  /** Paragraphs added to a section. */
  readonly text?: Partial<Report['narrative']>;
  /** Sections that hold nothing but this. */
  readonly only?: Partial<Report['narrative']>;
  /** Figures of last year's report, in the same edition; the others are 0. */
  readonly previous?: Readonly<Record<FigureId, number>>;
  readonly previousText?: Partial<Report['narrative']>;
  readonly kind?: UnitKind;
  readonly level?: UnitLevel;
  readonly today?: string;
  readonly units?: Report['units'];
  readonly missing?: CheckInput['missing'];
  readonly unknown?: CheckInput['unknown'];
}

export interface RuleExamples {
  readonly passes: Example;
  readonly fails: Example;
}

const rightText: Report['narrative'] = {
  overview: [
    '本机关做好主动公开和依申请公开，加强政府信息管理和公开平台建设，落实监督保障、工作考核、社会评议和责任追究。',
  ],
  problems: ['存在的问题是部分栏目更新不够及时，业务人员调整较多；下一步将完善更新提醒，并每季度组织一次业务培训。'],
  other: ['本年度未收取信息处理费。'],
};

/** An example as the input of a check. */
export function inputOfExample(example: Example): CheckInput {
  const edition = findEdition(example.edition ?? '2021');
  if (edition === undefined) throw new Error(`no edition ${example.edition}`);
  const year = example.year ?? Math.max(edition.firstYear, edition.id === '2021' ? 2025 : 2020);
  const zeros = (figures: Readonly<Record<FigureId, number>> = {}): Report['figures'] =>
    Object.fromEntries(figuresOf(edition).map(({ id }) => [id, figures[id] ?? 0]));
  const texts = (
    added: Partial<Report['narrative']> = {},
    only: Partial<Report['narrative']> = {},
  ): Report['narrative'] => ({
    overview: only.overview ?? [...rightText.overview, ...(added.overview ?? [])],
    problems: only.problems ?? [...rightText.problems, ...(added.problems ?? [])],
    other: only.other ?? [...rightText.other, ...(added.other ?? [])],
  });
  const entries = new Map([
    ...entriesOfReport(edition, { figures: zeros(example.figures) }),
    ...Object.entries(example.entries ?? {}),
  ]);
  const absent = example.missing ?? [];
  for (const { table, axis, id } of absent) {
    for (const figure of figuresOf(edition)) {
      if (figure.table === table && (axis === 'row' ? figure.row : figure.column) === id) entries.delete(figure.id);
    }
  }
  const previous =
    example.previous === undefined && example.previousText === undefined
      ? null
      : {
          ...emptyReport(edition, year - 1, '青禾县某局'),
          figures: zeros(example.previous),
          narrative: { overview: [], problems: [], other: [], ...example.previousText },
        };
  return {
    edition,
    year,
    unit: '青禾县农业局',
    entries,
    narrative: texts(example.text, example.only),
    previous,
    kind: example.kind ?? null,
    level: example.level ?? null,
    today: example.today ?? null,
    units: example.units ?? {},
    missing: absent,
    unknown: example.unknown ?? [],
  };
}

/** Nine applications of persons: nine answered, nine in both totals. */
const nine = {
  'applications.received.person': 9,
  'applications.received.total': 9,
  'applications.granted.person': 9,
  'applications.granted.total': 9,
  'applications.total.person': 9,
  'applications.total.total': 9,
} as const;
const without = (
  figures: Readonly<Record<FigureId, number>>,
  other: Readonly<Record<FigureId, number>>,
): Record<FigureId, number> => ({
  ...figures,
  ...other,
});

const inForce = (value: number): Example => ({
  figures: {
    'disclosure.normativeDocuments.issued': 3,
    'disclosure.normativeDocuments.repealed': 1,
    'disclosure.normativeDocuments.inForce': value,
  },
  previous: { 'disclosure.normativeDocuments.inForce': 10 },
});

const says = (sentence: string, figures: Readonly<Record<FigureId, number>> = {}): Example => ({
  figures,
  text: { overview: [sentence] },
});

const manyFigures = Object.fromEntries(
  ['licensing', 'penalties', 'coercion']
    .map((row): [string, number] => [`disclosure.${row}.decisions`, 7])
    .concat(Object.entries(nine)),
);

const longText =
  '本机关围绕中心工作推进公开，按照条例要求及时更新栏目，回应群众关切，规范办理流程，强化队伍建设。'.repeat(6);

const empties: Readonly<Record<FigureId, Entry>> = { 'disclosure.licensing.decisions': { kind: 'blank' } };

export const examples: Readonly<Record<RuleId, RuleExamples>> = {
  'missing-row': {
    passes: {},
    fails: { missing: [{ table: 'applications', axis: 'row', id: 'denied.thirdParty', label: '三、（三）4' }] },
  },
  'missing-column': {
    passes: {},
    fails: { missing: [{ table: 'applications', axis: 'column', id: 'research', label: '科研机构' }] },
  },
  'unknown-row': {
    passes: {},
    fails: { unknown: [{ table: 'applications', axis: 'row', label: '9.属于工作秘密', cell: { row: 34, column: 8 } }] },
  },
  'unknown-column': {
    passes: {},
    fails: { unknown: [{ table: 'applications', axis: 'column', label: '小计', cell: { row: 24, column: 15 } }] },
  },
  ERROR: {
    passes: { figures: { 'disclosure.penalties.decisions': 2 } },
    fails: { entries: { 'disclosure.penalties.decisions': { kind: 'error', text: '#REF!' } } },
  },
  TEXT: {
    passes: { figures: { 'disclosure.penalties.decisions': 12 } },
    fails: { entries: { 'disclosure.penalties.decisions': { kind: 'text', text: '１２件', number: 12 } } },
  },
  'T1-SIGN': {
    passes: { edition: '2019', figures: { 'disclosure.licensing.change': -8 } },
    fails: { figures: { 'disclosure.penalties.decisions': -2 } },
  },
  INT: {
    passes: { figures: { 'disclosure.fees.amount': 26.55 } },
    fails: { figures: { 'disclosure.penalties.decisions': 2.5 } },
  },
  'T2-ID': {
    passes: { figures: nine },
    fails: { figures: without(nine, { 'applications.received.person': 10, 'applications.received.total': 10 }) },
  },
  'T2-SUM': {
    passes: { figures: nine },
    fails: { figures: without(nine, { 'applications.granted.person': 8, 'applications.granted.total': 8 }) },
  },
  'T2-ROW': { passes: { figures: nine }, fails: { figures: without(nine, { 'applications.granted.total': 8 }) } },
  'T3-SUM': {
    passes: { figures: { 'review.reconsideration.upheld': 3, 'review.reconsideration.total': 3 } },
    fails: { figures: { 'review.reconsideration.upheld': 3, 'review.reconsideration.total': 4 } },
  },
  'Y-CARRY': {
    passes: {
      figures: without(nine, {
        'applications.received.person': 7,
        'applications.received.total': 7,
        'applications.carriedIn.person': 2,
        'applications.carriedIn.total': 2,
      }),
      previous: { 'applications.carriedOut.person': 2, 'applications.carriedOut.total': 2 },
    },
    fails: { figures: nine, previous: { 'applications.carriedOut.person': 3, 'applications.carriedOut.total': 3 } },
  },
  'Y-VALID': { passes: inForce(12), fails: inForce(13) },
  'Y-SAME': {
    passes: { figures: manyFigures, previous: { ...manyFigures, 'disclosure.penalties.decisions': 6 } },
    fails: { figures: manyFigures, previous: manyFigures },
  },
  'Y-TEXT': {
    passes: { text: { overview: [longText] }, previousText: { overview: ['去年的内容完全不同。'] } },
    fails: {
      text: { overview: [longText] },
      previousText: { ...rightText, overview: [...rightText.overview, longText] },
    },
  },
  'Y-JUMP': {
    passes: { figures: { 'disclosure.licensing.decisions': 900 }, previous: { 'disclosure.licensing.decisions': 100 } },
    fails: { figures: { 'disclosure.licensing.decisions': 9000 }, previous: { 'disclosure.licensing.decisions': 100 } },
  },
  'N-RECV': { passes: says('全年收到政府信息公开申请9件。', nine), fails: says('全年收到政府信息公开申请6件。', nine) },
  'N-ANS': { passes: says('政府信息公开申请已答复9件。', nine), fails: says('政府信息公开申请已答复8件。', nine) },
  'N-GROUP': {
    passes: says('政府信息公开申请中，予以公开9件。', nine),
    fails: says('政府信息公开申请中，予以公开5件。', nine),
  },
  'N-TYPE': { passes: says('收到的申请中，自然人申请9件。', nine), fails: says('收到的申请中，自然人申请4件。', nine) },
  'N-CARRY': { passes: says('结转下年度继续办理0件。', nine), fails: says('结转下年度继续办理2件。', nine) },
  'N-CASE': {
    passes: says('行政复议3件。', { 'review.reconsideration.upheld': 3, 'review.reconsideration.total': 3 }),
    fails: says('行政复议5件。', { 'review.reconsideration.upheld': 3, 'review.reconsideration.total': 3 }),
  },
  'N-ZERO': { passes: says('全年未收到政府信息公开申请。'), fails: says('全年未收到政府信息公开申请。', nine) },
  'N-FILES': {
    passes: says('制发行政规范性文件6件。', { 'disclosure.normativeDocuments.issued': 6 }),
    fails: says('制发行政规范性文件6件。', { 'disclosure.normativeDocuments.issued': 5 }),
  },
  'N-PERM': {
    passes: says('作出行政许可76件。', { 'disclosure.licensing.decisions': 76 }),
    fails: says('作出行政许可76件。', { 'disclosure.licensing.decisions': 67 }),
  },
  'N-PARTS': { passes: says('组织培训5次（春季2次，秋季3次）。'), fails: says('组织培训6次（春季2次，秋季3次）。') },
  'N-FEE': {
    passes: { text: { other: ['收取信息处理费2950元（甲局950元、乙局2000元）。'] } },
    fails: { text: { other: ['收取信息处理费2950元（甲局950元、乙局2230元）。'] } },
  },
  'N-PCT': {
    passes: says('发布信息805条，其中解读类258条，占32.0%。'),
    fails: says('发布信息805条，其中解读类258条，占33.9%。'),
  },
  'X-FEE': {
    passes: { figures: without(nine, { 'applications.other.feeUnpaid.total': 0 }) },
    fails: {
      figures: {
        'applications.received.person': 1,
        'applications.received.total': 1,
        'applications.other.feeUnpaid.person': 1,
        'applications.other.feeUnpaid.total': 1,
        'applications.total.person': 1,
        'applications.total.total': 1,
      },
      only: { other: ['无。'] },
    },
  },
  'UNIT-SCALE': {
    passes: { figures: { 'disclosure.fees.amount': 26.55 }, previous: { 'disclosure.fees.amount': 20 } },
    fails: { figures: { 'disclosure.fees.amount': 265500 }, previous: { 'disclosure.fees.amount': 20 } },
  },
  'UNIT-2019': {
    passes: {
      edition: '2019',
      figures: { 'disclosure.procurement.amount': 251000 },
      units: { 'disclosure.procurement.amount': 'yuan' },
    },
    fails: {
      edition: '2019',
      figures: { 'disclosure.procurement.amount': 251000 },
      units: { 'disclosure.procurement.amount': 'unknown' },
    },
  },
  'X-LEVEL': {
    passes: {
      figures: { 'disclosure.regulations.issued': 2, 'disclosure.regulations.inForce': 2 },
      kind: 'government',
      level: 'province',
    },
    fails: {
      figures: { 'disclosure.regulations.issued': 2, 'disclosure.regulations.inForce': 2 },
      kind: 'town',
      level: 'town',
    },
  },
  'F-SECTIONS': { passes: {}, fails: { only: { problems: [] } } },
  'F-S1': { passes: {}, fails: { only: { overview: ['本机关按照要求做好各项工作，主动公开各类信息。'] } } },
  'F-S1-FIG': {
    passes: { text: { overview: [`${longText}全年主动公开信息216条。`] } },
    fails: { text: { overview: [longText] } },
  },
  'F-S1-LEN': { passes: {}, fails: { text: { overview: [longText.repeat(4)] } } },
  'F-S5': { passes: {}, fails: { only: { problems: ['无。'] } } },
  'F-S6': { passes: {}, fails: { only: { other: ['无。'] } } },
  'F-EDITION': { passes: { edition: '2019', year: 2020 }, fails: { edition: '2019', year: 2022 } },
  'F-PERIOD': {
    passes: { text: { overview: ['统计期限为2025年1月1日至2025年12月31日。'] } },
    fails: { text: { overview: ['统计期限为2024年1月1日至2024年12月31日。'] } },
  },
  'F-DATE': { passes: {}, fails: { text: { overview: ['数据截至202020年12月31日。'] } } },
  'F-STALE': {
    passes: { text: { overview: ['现发布2025年政府信息公开工作年度报告。'] } },
    fails: { text: { overview: ['现发布2023年政府信息公开工作年度报告。'] } },
  },
  'F-EARLY': { passes: { today: '2026-01-05' }, fails: { today: '2025-12-23' } },
  'F-DEADLINE': {
    passes: { today: '2026-01-31', kind: 'department', level: 'county' },
    fails: { today: '2026-02-01', kind: 'department', level: 'county' },
  },
  'F-PRIVACY': {
    passes: { text: { other: ['联系电话：0551-1234567。'] } },
    fails: { text: { other: ['联系电话：13900000000。'] } },
  },
  'F-TEMPLATE': { passes: {}, fails: { text: { overview: ['该部分以表格形式报告。'] } } },
  DECIMALS: {
    passes: { figures: { 'disclosure.fees.amount': 59237.2449 } },
    fails: { figures: { 'disclosure.fees.amount': 0.1234567 } },
  },
  'EMPTY-TOTAL': { passes: {}, fails: { entries: { 'review.reconsideration.total': { kind: 'blank' } } } },
  EMPTY: { passes: {}, fails: { entries: empties } },
};
