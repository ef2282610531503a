/** What `--json` prints: one object, one entry per report found. The shape is the product's contract with other programs. */
import type { Report } from '../../report/report';
import type { Language } from '../../report/language';
import type { Reading } from '../../read/reading';
import { doubtMessage } from '../../read/words/words';
import type { Finding, Operand } from '../../rules/finding';
import { findingMessage } from '../../rules/words/words';
import type { Edition } from '../../report/edition';
import { canonicalReport } from '../../write/json';

export interface DoubtRecord {
  readonly kind: string;
  readonly message: string;
  readonly figures: readonly string[];
}

export interface FindingRecord {
  readonly rule: string;
  readonly level: Finding['level'];
  readonly figures: readonly string[];
  readonly sides: { readonly left: readonly Operand[]; readonly right: readonly Operand[] } | null;
  readonly left: number | null;
  readonly right: number | null;
  readonly difference: number | null;
  readonly place: string | null;
  readonly message: string;
  readonly repairs: Finding['repairs'];
  readonly elsewhere: Finding['elsewhere'];
}

export interface FileRecord {
  readonly file: string;
  readonly part: string | null;
  readonly report: Report | null;
  readonly doubts: readonly DoubtRecord[];
  readonly findings: readonly FindingRecord[];
  readonly error: string | null;
}

const operandRecord = ({ figure, year, value }: Operand): Operand => ({ figure, year, value });

const findingRecord = (finding: Finding, edition: Edition, language: Language): FindingRecord => ({
  rule: finding.rule,
  level: finding.level,
  figures: finding.figures,
  sides:
    finding.sides === null
      ? null
      : { left: finding.sides.left.map(operandRecord), right: finding.sides.right.map(operandRecord) },
  left: finding.left,
  right: finding.right,
  difference: finding.difference,
  place: finding.place,
  message: findingMessage(finding, edition, language),
  repairs: finding.repairs.map(({ changes }) => ({
    changes: changes.map(({ figure, from, to }) => ({ figure, from, to })),
  })),
  elsewhere: finding.elsewhere,
});

export const readingRecord = (
  file: string,
  reading: Reading,
  findings: readonly Finding[],
  language: Language,
): FileRecord => ({
  file,
  part: reading.part,
  report: canonicalReport(reading.report),
  doubts: reading.doubts.map((doubt) => ({
    kind: doubt.kind,
    message: doubtMessage(doubt, reading.edition, language),
    figures: doubt.figures,
  })),
  findings: findings.map((finding) => findingRecord(finding, reading.edition, language)),
  error: null,
});

export const failureRecord = (file: string, error: string): FileRecord => ({
  file,
  part: null,
  report: null,
  doubts: [],
  findings: [],
  error,
});

/** What stands there instead where a command was not understood or could not be carried out. */
export const refusalText = (error: string): string => `${JSON.stringify({ files: [], error })}\n`;
