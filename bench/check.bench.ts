/** The check of one report of some 200 figures: from a vector of numbers, and from a line of JSON to findings. */
import { edition2021 } from '../src/report/editions/2021';
import { type Report } from '../src/report/report';
import { readJson } from '../src/read/json';
import { check } from '../src/rules/check';
import { entriesOfReport, inputOfReport } from '../src/rules/input';
import { compile, numericCheck, vectorOf } from '../src/rules/numeric';
import { canonicalReport } from '../src/write/json';
import { sampleReports } from '../scripts/samples/reports';
import { duration, measure, printTable } from './measure';

export async function checking(): Promise<void> {
  const { report } = sampleReports.broken;
  const figuresOnly: Report = { ...report, narrative: { overview: [], problems: [], other: [] } };
  const rules = compile(edition2021);
  const vector = vectorOf(edition2021, entriesOfReport(edition2021, report));
  const states = new Uint8Array(rules.identities.length);
  const broken = numericCheck(rules, vector, states);
  const line = JSON.stringify(canonicalReport(figuresOnly));
  const fromLine = (text: string): number => {
    const result = readJson(text);
    const [reading] = result.ok ? result.readings : [];
    if (reading === undefined) throw new Error('the line was not read');
    return check(inputOfReport(reading.edition, reading.report)).length;
  };
  const whole = JSON.stringify(canonicalReport(report));
  printTable(
    `Checking a report: ${rules.figureCount} figures, ${rules.identities.length} identities, ${broken} broken`,
    [
      {
        what: 'from an indexed vector to verdicts',
        measured: duration(await measure(() => numericCheck(rules, vector, states))),
        goal: '≤ 5 µs',
      },
      {
        what: 'from a line of JSON to findings, figures alone',
        measured: duration(await measure(() => fromLine(line))),
        goal: '≤ 100 µs',
      },
      {
        what: 'of which parsing the line, not validated',
        measured: duration(await measure(() => JSON.parse(line) as unknown)),
      },
      {
        what: 'of which reading it: parsed, validated',
        measured: duration(await measure(() => readJson(line))),
      },
      {
        what: 'the same with its text (rules of text against tables, of form)',
        measured: duration(await measure(() => fromLine(whole))),
      },
    ],
  );
}
