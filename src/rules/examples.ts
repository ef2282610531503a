/** What the examples of the rules are made of. The tests run them; `docs/rules.md` prints them. */
import { findEdition, figuresOf, type Entry, type FigureId } from '../report/figures';
import { emptyReport } from '../report/empty';
import type { Report, UnitKind, UnitLevel } from '../report/report';
import type { BoxInput, CheckInput } from './input';
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
  readonly unread?: readonly FigureId[];
  readonly boxes?: Readonly<Record<FigureId, BoxInput>>;
  readonly loose?: CheckInput['loose'];
  readonly shown?: Readonly<Record<FigureId, { cell: { row: number; column: number }; stored: number; shown: string }>>;
}

export const rightText: Report['narrative'] = {
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
    unread: new Set(example.unread),
    boxes: new Map(Object.entries(example.boxes ?? {})),
    shown: new Map(Object.entries(example.shown ?? {})),
    loose: example.loose ?? [],
  };
}

/** Nine applications of persons: nine answered, nine in both totals. */
export const nine = {
  'applications.received.person': 9,
  'applications.received.total': 9,
  'applications.granted.person': 9,
  'applications.granted.total': 9,
  'applications.total.person': 9,
  'applications.total.total': 9,
} as const;
export const without = (
  figures: Readonly<Record<FigureId, number>>,
  other: Readonly<Record<FigureId, number>>,
): Record<FigureId, number> => ({
  ...figures,
  ...other,
});

export const says = (sentence: string, figures: Readonly<Record<FigureId, number>> = {}): Example => ({
  figures,
  text: { overview: [sentence] },
});

export const longText =
  '本机关围绕中心工作推进公开，按照条例要求及时更新栏目，回应群众关切，规范办理流程，强化队伍建设。'.repeat(6);
