import type { Danger } from './containers/archive';
import type { NoDetails } from './doubt';

/** A size in MB. */
interface Limited {
  readonly limit: number;
}

interface OfFormat {
  readonly format: string;
}

/** Where in report data, as `figures.disclosure.fees.change`. */
interface AtKey {
  readonly at: string;
}

/** Why a source gave no report, and what the sentence of that needs. */
export interface FailureDetails {
  empty: NoDetails;
  /** `foreign`: what there is to read in it is plainly of something else, as a letter that goes with a report. */
  noReport: { readonly foreign: boolean };
  tooLarge: Limited;
  fileTooLarge: Limited;
  jsonSyntax: NoDetails;
  /** `format`: what it says of itself; null where it says nothing. */
  foreignJson: { readonly format: string | null };
  unknownMajor: OfFormat & { readonly known: string };
  unknownEdition: { readonly edition: string };
  foreignKeys: { readonly keys: readonly string[]; readonly at: string };
  invalidJson: AtKey;
  repeatedKey: { readonly key: string };
  figureTooLarge: AtKey;
  oldWord: NoDetails;
  pdfNoText: NoDetails;
  encrypted: NoDetails;
  /** Encrypted, perhaps with the password that Excel tries by itself: nobody may be asked for one. */
  sealed: NoDetails;
  binaryWorkbook: NoDetails;
  otherDocument: OfFormat;
  otherWorkbook: OfFormat;
  otherFormat: OfFormat;
  /** An archive of files. */
  packed: OfFormat;
  picture: NoDetails;
  archiveBroken: NoDetails;
  archiveUnsafe: { readonly danger: Danger; readonly reason: string };
  unknownFile: NoDetails;
  /** The system gives its bytes no longer: moved, deleted, or held by another program. */
  fileGone: NoDetails;
  /** A fault of this program. `cause`: what went wrong where in it, without anything of the source. */
  internal: { readonly cause: string };
}

export type FailureKind = keyof FailureDetails;

/** Why a source gave no report. Its sentence is in `words`. */
export type ReadFailure<K extends FailureKind = FailureKind> = {
  [P in K]: { readonly kind: P; readonly details: FailureDetails[P] };
}[K];

/** What a source without a report plainly holds: `other`: something else. `pictures`: nothing but pictures, as a scan. */
export type Holding = 'other' | 'pictures';

/** What a source holds; `null`: it may be a report. */
export const holdingOf = ({ kind, details }: ReadFailure): Holding | null =>
  kind === 'noReport' && details.foreign ? 'other' : kind === 'pdfNoText' || kind === 'picture' ? 'pictures' : null;

export interface Failed {
  readonly ok: false;
  readonly failure: ReadFailure;
}

export function failed<K extends FailureKind>(
  kind: K,
  ...[details]: NoDetails extends FailureDetails[K] ? [] : [FailureDetails[K]]
): Failed {
  // The compiler does not follow that the details left out are those of a kind that has none.
  return { ok: false, failure: { kind, details: details ?? {} } as ReadFailure };
}

/** Where the program failed, for whoever mends it; `null`: it did not. */
export const causeIn = (failure: ReadFailure): string | null =>
  failure.kind === 'internal' ? failure.details.cause : null;

const toldCalls = 12;

/** Where a fault arose: its name and the calls that led to it. Not its message, which may cite the source. */
export function causeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  const calls = (fault.stack ?? '').replace(fault.message, '').split('\n');
  const own = calls.map((line) => line.trim()).filter((line) => /^at |@/u.test(line));
  return [fault.name, ...own.slice(0, toldCalls)].join('\n');
}
