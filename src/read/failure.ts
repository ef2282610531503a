import type { ReadFailure, ReadResult } from './reading';

/** Why a source gave no report. Each has a sentence in every language. */
export type FailureKind =
  | 'empty'
  | 'noReport'
  | 'tooLarge'
  | 'fileTooLarge'
  | 'jsonSyntax'
  | 'foreignJson'
  | 'unknownMajor'
  | 'unknownEdition'
  | 'foreignKeys'
  | 'invalidJson'
  | 'repeatedKey'
  | 'figureTooLarge'
  | 'oldWord'
  | 'pdfNoText'
  | 'encrypted'
  | 'binaryWorkbook'
  | 'otherDocument'
  | 'otherWorkbook'
  | 'otherFormat'
  | 'archiveBroken'
  | 'archiveUnsafe'
  | 'unknownFile'
  | 'internal';

export const failed = (kind: FailureKind, details: ReadFailure['details'] = {}): ReadResult => ({
  ok: false,
  failure: { kind, details },
});
