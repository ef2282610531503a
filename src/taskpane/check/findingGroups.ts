/** The findings as the pane lists them: by table in printed order, in a table by level. */
import type { Edition, TableId } from '../../report/edition';
import type { Finding, Level } from '../../rules/finding';
import { levels } from '../../rules/findings';

export interface ListedFinding {
  /** The same for the same finding in the next state, so that a selection survives a check. */
  readonly key: string;
  readonly finding: Finding;
}

/** A table, or `report`: what concerns the text or the report as a whole. */
export type FindingsPlace = TableId | 'report';

/** What the list is kept to; `null` for all. */
export interface Filter {
  readonly level: Level | null;
  readonly place: FindingsPlace | null;
}

export interface FindingGroup {
  /** `null`: what concerns the text or the report as a whole. */
  readonly table: TableId | null;
  readonly findings: readonly ListedFinding[];
}

/** So much of a sentence tells it from others; the same again is told apart by its number. */
const tellingPlace = 60;

const keyOf = ({ rule, figures, cell, place }: Finding): string =>
  JSON.stringify([
    rule,
    figures,
    cell === null ? null : [cell.row, cell.column],
    place === null ? null : place.slice(0, tellingPlace),
  ]);

function withKeys(findings: readonly Finding[]): ListedFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = keyOf(finding);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return { key: before === 0 ? key : `${key}#${before}`, finding };
  });
}

const placesIn = (edition: Edition): FindingsPlace[] => [...edition.tables.map((table) => table.id), 'report'];

/** The places in printed order that findings stand in, and the chosen one in any case. */
export const placesOf = (
  findings: readonly Finding[],
  edition: Edition,
  chosen: FindingsPlace | null,
): FindingsPlace[] =>
  placesIn(edition).filter(
    (place) => place === chosen || findings.some((finding) => (finding.table ?? 'report') === place),
  );

/**
 * Groups without findings are left out. Within a table and level the order of the check is kept.
 */
export function groupFindings(findings: readonly Finding[], only: Filter, edition: Edition): FindingGroup[] {
  const listed = withKeys(findings).filter(({ finding }) => only.level === null || finding.level === only.level);
  return placesIn(edition)
    .filter((place) => only.place === null || place === only.place)
    .map((place) => (place === 'report' ? null : place))
    .map((table) => ({
      table,
      findings: levels.flatMap((level) =>
        listed.filter(({ finding }) => finding.table === table && finding.level === level),
      ),
    }))
    .filter((group) => group.findings.length > 0);
}

/** The first findings of all groups together; groups of which none is among them are left out. */
export function firstFindings(groups: readonly FindingGroup[], most: number): FindingGroup[] {
  let left = most;
  return groups.flatMap(({ table, findings }) => {
    const shown = findings.slice(0, left);
    left -= shown.length;
    return shown.length === 0 ? [] : [{ table, findings: shown }];
  });
}
