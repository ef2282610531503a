/** Invented bodies, whose figures the sentences state. */

export type Body = 'city' | 'bureau' | 'empty';

type Row = readonly [number, number, number, number, number, number];

const columns = [
  'person',
  'enterprise',
  'research',
  'socialOrganization',
  'legalService',
  'otherOrganization',
] as const;

const applications = (rows: Readonly<Record<string, Row>>): Record<string, number> => {
  const figures: Record<string, number> = {};
  const put = (row: string, cells: readonly number[]) => {
    columns.forEach((column, at) => (figures[`applications.${row}.${column}`] = cells[at] ?? 0));
    figures[`applications.${row}.total`] = cells.reduce((sum, cell) => sum + cell, 0);
  };
  const done = [0, 0, 0, 0, 0, 0];
  for (const [row, cells] of Object.entries(rows)) {
    put(row, cells);
    if (!['received', 'carriedIn', 'carriedOut'].includes(row))
      cells.forEach((cell, at) => (done[at] = (done[at] ?? 0) + cell));
  }
  put('total', done);
  return figures;
};

export const bodies: Readonly<Record<Body, Readonly<Record<string, number>>>> = {
  /** 云岫市: 2140 + 98 = 2124 + 114. */
  city: {
    'disclosure.regulations.issued': 2,
    'disclosure.regulations.repealed': 1,
    'disclosure.regulations.inForce': 37,
    'disclosure.normativeDocuments.issued': 28,
    'disclosure.normativeDocuments.repealed': 19,
    'disclosure.normativeDocuments.inForce': 316,
    'disclosure.licensing.decisions': 48213,
    'disclosure.penalties.decisions': 3907,
    'disclosure.coercion.decisions': 154,
    'disclosure.fees.amount': 8126.35,
    ...applications({
      received: [1873, 214, 6, 11, 27, 9],
      carriedIn: [83, 12, 0, 1, 2, 0],
      granted: [812, 96, 4, 6, 11, 5],
      partlyGranted: [133, 21, 0, 2, 3, 1],
      'denied.stateSecret': [4, 0, 0, 0, 0, 0],
      'denied.lawForbids': [11, 3, 0, 0, 0, 0],
      'denied.publicSafety': [2, 0, 0, 0, 0, 0],
      'denied.thirdParty': [29, 7, 0, 1, 1, 0],
      'denied.internalAffairs': [13, 2, 0, 0, 0, 0],
      'denied.deliberative': [29, 5, 0, 0, 2, 0],
      'denied.enforcementFile': [44, 6, 0, 1, 1, 0],
      'denied.administrativeInquiry': [26, 3, 0, 0, 0, 0],
      'unavailable.notHeld': [488, 47, 2, 1, 6, 2],
      'unavailable.needsCreation': [37, 8, 0, 1, 0, 0],
      'unavailable.unclear': [19, 2, 0, 0, 0, 0],
      'notProcessed.petition': [71, 2, 0, 0, 0, 0],
      'notProcessed.repeated': [23, 1, 0, 0, 1, 0],
      'notProcessed.publication': [3, 0, 0, 0, 0, 0],
      'notProcessed.excessive': [8, 0, 0, 0, 0, 0],
      'notProcessed.confirmation': [12, 2, 0, 0, 0, 0],
      'other.notCorrected': [42, 6, 0, 0, 0, 0],
      'other.feeUnpaid': [5, 2, 0, 0, 0, 0],
      'other.rest': [43, 4, 0, 0, 1, 1],
      carriedOut: [102, 9, 0, 0, 3, 0],
    }),
    'review.reconsideration.upheld': 47,
    'review.reconsideration.corrected': 16,
    'review.reconsideration.otherResult': 21,
    'review.reconsideration.pending': 9,
    'review.reconsideration.total': 93,
    'review.directLitigation.upheld': 18,
    'review.directLitigation.corrected': 5,
    'review.directLitigation.otherResult': 7,
    'review.directLitigation.pending': 4,
    'review.directLitigation.total': 34,
    'review.litigationAfterReconsideration.upheld': 12,
    'review.litigationAfterReconsideration.corrected': 2,
    'review.litigationAfterReconsideration.otherResult': 3,
    'review.litigationAfterReconsideration.pending': 6,
    'review.litigationAfterReconsideration.total': 23,
  },
  /** 榆桥县自然资源局: 37 + 2 = 36 + 3. */
  bureau: {
    'disclosure.normativeDocuments.issued': 3,
    'disclosure.normativeDocuments.repealed': 2,
    'disclosure.normativeDocuments.inForce': 14,
    'disclosure.licensing.decisions': 612,
    'disclosure.penalties.decisions': 45,
    'disclosure.fees.amount': 127.6,
    ...applications({
      received: [31, 4, 0, 0, 2, 0],
      carriedIn: [2, 0, 0, 0, 0, 0],
      granted: [14, 2, 0, 0, 1, 0],
      partlyGranted: [3, 1, 0, 0, 0, 0],
      'denied.thirdParty': [2, 0, 0, 0, 0, 0],
      'denied.enforcementFile': [1, 0, 0, 0, 0, 0],
      'unavailable.notHeld': [7, 1, 0, 0, 1, 0],
      'notProcessed.petition': [2, 0, 0, 0, 0, 0],
      'other.rest': [1, 0, 0, 0, 0, 0],
      carriedOut: [3, 0, 0, 0, 0, 0],
    }),
    'review.reconsideration.upheld': 1,
    'review.reconsideration.corrected': 2,
    'review.reconsideration.pending': 1,
    'review.reconsideration.total': 4,
    'review.directLitigation.upheld': 2,
    'review.directLitigation.pending': 1,
    'review.directLitigation.total': 3,
    'review.litigationAfterReconsideration.upheld': 1,
    'review.litigationAfterReconsideration.total': 1,
  },
  empty: {},
};
