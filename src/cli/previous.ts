/** Last year's report, where a command is given its file. */
import type { Reading } from '../read/reading';
import type { Report } from '../report/report';
import { exits, Refusal } from './command';
import type { Io } from './io';
import type { Options } from './options';
import { readSource, type Source } from './sources';
import { wordsIn } from './words';

/** Last year's report of the same unit: the one of its name and the year before; where names are not told, the only one. */
export function previousOf(reading: Reading, previous: Source | null): Report | null {
  const { unit, year } = reading.report;
  const reports = (previous?.readings ?? []).map(({ report }) => report);
  const fits = (own: unknown, other: unknown): boolean => own === null || other === null || own === other;
  const fitting = reports.filter(
    (report) => fits(unit.name, report.unit.name) && fits(year === null ? null : year - 1, report.year),
  );
  const exact = fitting.filter((report) => report.unit.name !== null && report.unit.name === unit.name);
  const candidates = exact.length > 0 ? exact : fitting;
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

/** The report of the year before for a file that is written. @throws Refusal where the file holds none */
export async function requiredPrevious(
  reading: Reading,
  { previous, language }: Options,
  io: Io,
): Promise<Report | null> {
  if (previous === null) return null;
  const source = await readSource(previous, io, language);
  if (source.error !== null) throw new Refusal(`${previous}: ${source.error}`, exits.unread);
  const report = previousOf(reading, source);
  if (report === null) throw new Refusal(wordsIn(language).noPreviousHere(previous), exits.unread);
  return report;
}
