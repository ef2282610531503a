import type { IssueKind } from './tables/assign';

/** What a doubt is about. Each has a sentence in every language. */
export type DoubtKind =
  | IssueKind
  | 'editionUncertain'
  | 'unitNameMissing'
  | 'yearMissing'
  | 'yearFromText'
  | 'tableMissing'
  | 'rowsMissing'
  | 'columnsMissing'
  | 'unknownRow'
  | 'unknownColumn'
  | 'extraLine'
  | 'annexUnread'
  | 'blanksAsZero'
  | 'sheetsJoined'
  | 'cellUnread'
  | 'cellUnclear'
  | 'leftOut'
  | 'unitConflict'
  | 'unitUnknown'
  | 'sectionMissing'
  | 'sectionRenamed'
  | 'markedUnread'
  | 'hiddenCells'
  | 'hiddenSheet'
  | 'notCached'
  | 'shownOtherwise'
  | 'shownRounded'
  | 'cellsUnplaced'
  | 'textUnreadable'
  | 'partUnread';
