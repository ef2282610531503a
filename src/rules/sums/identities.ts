/**
 * The reconciliation rules as data. A family says that two lists of rows (or columns) have equal sums, in each column
 * (or row) of a table; against an edition it expands into identities between figures. Check, formulas and SQL all
 * work from this one form.
 */
import type { Edition, TableId } from '../../report/edition';
import { figuresOf, type Figure } from '../../report/figures';
import type { BalanceRule, Some } from '../details';
import { onceFor } from '../once';

export interface RuleFamily {
  readonly rule: BalanceRule;
  readonly table: TableId;
  /** `column`: the sides are rows, and the rule holds in each column. `row`: the other way round. */
  readonly along: 'column' | 'row';
  /** Ids of rows (or columns), or of groups of rows, which stand for all the rows under them. */
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** Where a person is sent first when nothing tells which figure is wrong. */
  readonly primary: string;
  /** The left side is one total, and the right side are its parts. */
  readonly total: boolean;
  /** Rows (or columns) that are coloured where it is broken. */
  readonly painted: readonly string[];
}

/** Whatever was received or carried in was answered or is carried out. */
export const carrying = {
  rule: 'T2-ID',
  table: 'applications',
  along: 'column',
  left: ['received', 'carriedIn'],
  right: ['total', 'carriedOut'],
  primary: 'total',
  total: false,
  painted: ['received', 'carriedIn', 'total', 'carriedOut'],
} as const satisfies RuleFamily;

export const families: readonly RuleFamily[] = [
  carrying,
  {
    rule: 'T2-SUM',
    table: 'applications',
    along: 'column',
    left: ['total'],
    right: ['granted', 'partlyGranted', 'denied', 'unavailable', 'notProcessed', 'other'],
    primary: 'total',
    total: true,
    painted: ['total'],
  },
  {
    rule: 'T2-ROW',
    table: 'applications',
    along: 'row',
    left: ['total'],
    right: ['person', 'enterprise', 'research', 'socialOrganization', 'legalService', 'otherOrganization'],
    primary: 'total',
    total: true,
    painted: ['total'],
  },
  {
    rule: 'T3-SUM',
    table: 'review',
    along: 'row',
    left: ['total'],
    right: ['upheld', 'corrected', 'otherResult', 'pending'],
    primary: 'total',
    total: true,
    painted: ['total'],
  },
];

export interface Identity {
  readonly rule: BalanceRule;
  readonly family: RuleFamily;
  /** Rule and column (or row): `T2-ID/person`. Unique in an edition. */
  readonly key: string;
  /** Id of the column (or row) in which it holds. */
  readonly line: string;
  readonly left: Some<Figure>;
  readonly right: readonly Figure[];
  readonly primary: Figure;
}

const expand = (edition: Edition, family: RuleFamily): Identity[] => {
  const figures = figuresOf(edition).filter((figure) => figure.table === family.table);
  const lineOf = (figure: Figure): string => (family.along === 'column' ? figure.column : figure.row);
  const termOf = (figure: Figure): string => (family.along === 'column' ? figure.row : figure.column);
  const side = (line: string, terms: readonly string[]): Figure[] =>
    figures.filter(
      (figure) =>
        lineOf(figure) === line &&
        terms.some((term) => termOf(figure) === term || termOf(figure).startsWith(`${term}.`)),
    );
  return [...new Set(figures.map(lineOf))].map((line) => {
    const [first, ...others] = side(line, family.left);
    const right = side(line, family.right);
    if (first === undefined) throw new Error(`${family.rule}: edition ${edition.id} has no left side in ${line}`);
    const left: Some<Figure> = [first, ...others];
    const primary = [...left, ...right].find((figure) => termOf(figure) === family.primary);
    if (primary === undefined)
      throw new Error(`${family.rule}: edition ${edition.id} has no ${family.primary} in ${line}`);
    return { rule: family.rule, family, key: `${family.rule}/${line}`, line, left, right, primary };
  });
};

/** Every identity of an edition: family by family, each in printed order. */
export const identitiesOf = onceFor((edition: Edition): readonly Identity[] =>
  families.flatMap((family) => expand(edition, family)),
);

/** The parts of each total of an edition, once for each rule that defines it. */
export const totalsOf = (edition: Edition): readonly { readonly total: Figure; readonly identity: Identity }[] =>
  identitiesOf(edition).flatMap((identity) =>
    identity.family.total ? identity.left.map((total) => ({ total, identity })) : [],
  );
