/** What befalls a report before it is written in some shape: other words, other rows, columns that moved. */
import type { Edition, RowLeaf, RowNode, Table } from '../../../src/report/edition';
import { isRowGroup } from '../../../src/report/edition';
import { findFigure, type FigureId } from '../../../src/report/figures';
import type { DoubtKind } from '../../../src/read/doubt';
import type { sampleOf, PrintedTable, Sample } from './shapes';
import { headerRows } from './shapes';
import { applicants } from '../../../scripts/samples/reports';

type Known = ReturnType<typeof sampleOf>;

export interface Damage {
  readonly change: (sample: Known) => Sample;
  /** Figures that the source no longer holds. */
  readonly lost?: (id: FigureId, edition: Edition) => boolean;
  /** Doubts that must be raised; others of the same report are not. Empty: none may be. */
  readonly doubts: readonly DoubtKind[];
  /** Only where the source has lines, not cells of its own. */
  readonly linesOnly?: true;
}

const worded =
  (wording: (label: string) => string): Damage['change'] =>
  (sample) => ({ ...sample, wording });

/** Traditional forms of the characters of labels. */
const pairs = new Map<string, string>();
for (const pair of '规規处處罚罰许許总總计計开開关關办辦结結转轉复復议議诉訴讼訟业業务務机機构構组組织織报報请請数數类類过過护護权權执執询詢现現补補单單万萬对對应應条條额額购購减減废廢发發问問题題进進与與会會无無项項续續确確认認获獲经經动動为為产產强強内內审審维維纠糾团團体體属屬国國稳穩据據况況'.match(
  /../gu,
) ?? [])
  pairs.set(pair.charAt(0), pair.charAt(1));
export const inTraditional = (label: string): string => [...label].map((char) => pairs.get(char) ?? char).join('');

const replaced =
  (words: readonly (readonly [string, string])[]) =>
  (label: string): string =>
    words.reduce((text, [from, to]) => (text === from ? to : text), label);

const leaf = (id: string, label: string): RowLeaf => ({ id, label });

/** Adds a row behind another one, wherever that stands. */
const behind =
  (after: string, added: RowLeaf) =>
  (nodes: readonly RowNode[]): RowNode[] =>
    nodes.flatMap((node): RowNode[] =>
      isRowGroup(node)
        ? [{ ...node, rows: behind(after, added)(node.rows) }]
        : node.id === after
          ? [node, added]
          : [node],
    );
const without =
  (gone: readonly string[]) =>
  (nodes: readonly RowNode[]): RowNode[] =>
    nodes.flatMap((node): RowNode[] =>
      isRowGroup(node) ? [{ ...node, rows: without(gone)(node.rows) }] : gone.includes(node.id) ? [] : [node],
    );

const withRows = (edition: Edition, change: (nodes: readonly RowNode[]) => RowNode[]): Edition => ({
  ...edition,
  tables: edition.tables.map((table): Table => {
    switch (table.form) {
      case 'blocks':
        return {
          ...table,
          blocks: table.blocks.map((block) => ({
            ...block,
            rows: change(block.rows).filter((row): row is RowLeaf => !isRowGroup(row)),
          })),
        };
      case 'matrix':
        return { ...table, rows: change(table.rows) };
      case 'strip':
        return table;
    }
  }),
});

const lostRows = ['licensing', 'granted', 'thirdParty', 'carriedOut'];

/** The columns of every block and of 法人或其他组织 the other way round, each with its header. */
const turned = (edition: Edition): Edition => ({
  ...edition,
  tables: edition.tables.map((table): Table => {
    switch (table.form) {
      case 'blocks':
        return { ...table, blocks: table.blocks.map((block) => ({ ...block, columns: block.columns.toReversed() })) };
      case 'matrix':
        return {
          ...table,
          columns: table.columns.map((column) =>
            'columns' in column ? { ...column, columns: column.columns.toReversed() } : column,
          ),
        };
      case 'strip':
        return { ...table, columns: table.columns.toReversed() };
    }
  }),
});

const headersAgain = (table: PrintedTable): PrintedTable => [
  ...table.slice(0, 12),
  ...table.slice(0, headerRows),
  ...table.slice(12),
];

export const damages: Readonly<Record<string, Damage>> = {
  'traditional characters': { change: worded(inTraditional), doubts: [] },
  'traditional characters, pinyin behind each': {
    change: worded((label) => inTraditional(label).replace(/\p{Script=Han}/gu, '$&(zhōng)')),
    doubts: [],
  },
  'spaces inside labels': {
    change: worded((label) => [...label].join(' ')),
    doubts: [],
  },
  'half-width brackets and digits, ， for 、': {
    change: worded((label) => label.replace(/（/gu, '(').replace(/）/gu, ')').replace(/、/gu, '，')),
    doubts: [],
  },
  'full-width digits in labels': {
    change: worded((label) => label.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))),
    doubts: [],
  },
  'notes inside labels': {
    change: worded((label) => (/[。，]|项$|情况$/u.test(label) ? label : `${label}（含下属单位）`)),
    doubts: [],
  },
  'words lost from headers': {
    change: worded(
      replaced([
        ['本年制发件数', '本年发件'],
        ['现行有效件数', '现行有效件'],
        ['本年废止件数', '本年废止'],
        ['本年新制作数量', '本年新'],
        ['本年新公开数量', '本年新'],
        ['对外公开总数量', '对外公开总'],
        ['上一年项目数量', '上一年项目'],
        ['本年增/减', '本年增/'],
        ['社会公益组织', '社会公益'],
        ['法律服务机构', '法律服务'],
      ]),
    ),
    doubts: ['labelDamaged'],
  },
  'a row named as in the other edition': {
    change: (sample) =>
      worded(
        sample.edition.id === '2021'
          ? replaced([['行政规范性文件', '规范性文件']])
          : replaced([['规范性文件', '行政规范性文件']]),
      )(sample),
    doubts: ['editionMixed'],
  },
  'sections under other titles': {
    change: worded(
      replaced([
        ['二、主动公开政府信息情况', '二、行政机关主动公开政府信息情况'],
        ['四、政府信息公开行政复议、行政诉讼情况', '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
        ['五、存在的主要问题及改进情况', '五、存在问题和改进措施'],
      ]),
    ),
    doubts: [],
  },
  'local rows': {
    change: (sample) => {
      const edition = withRows(sample.edition, (nodes) =>
        behind(
          'administrativeInquiry',
          leaf('secret', '9.属于工作秘密'),
        )(behind('normativeDocuments', leaf('more', '其他主动公开文件'))(nodes)),
      );
      const added = ['made', 'published', 'publicTotal', 'issued', 'repealed', 'inForce'].map(
        (column) => [`disclosure.more.${column}`, '731'] as const,
      );
      return {
        ...sample,
        edition,
        printed: new Map([
          ...sample.printed,
          ...added,
          ...[...applicants, 'total'].map((column) => [`applications.denied.secret.${column}`, '732'] as const),
        ]),
      };
    },
    doubts: ['unknownRow'],
  },
  'rows lost': {
    change: (sample) => ({ ...sample, edition: withRows(sample.edition, without(lostRows)) }),
    lost: (id, edition) => lostRows.includes(findFigure(edition, id)?.row.split('.').at(-1) ?? ''),
    doubts: ['rowsMissing'],
  },
  'columns moved with their headers': {
    change: (sample) => ({ ...sample, edition: turned(sample.edition) }),
    doubts: [],
  },
  'header rows repeated': {
    change: (sample) => ({ ...sample, alter: (table, id) => (id === 'applications' ? headersAgain(table) : table) }),
    doubts: [],
    linesOnly: true,
  },
};
