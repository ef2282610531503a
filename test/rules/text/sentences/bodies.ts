/** Invented bodies, whose figures the sentences state: every figure that is not named is 0. */
import type { Report } from '../../../../src/report/report';
import { edition2021 } from '../../../../src/report/editions/2021';
import { inputOfReport, type CheckInput } from '../../../../src/rules/input';
import { applicationFigures } from '../../../../scripts/samples/reports';
import { filledReport } from '../../../filled';

export type Body = 'office' | 'city' | 'bureau' | 'empty';

const names: Readonly<Record<Body, string>> = {
  office: '青禾县某局',
  city: '云岫市人民政府',
  bureau: '榆桥县自然资源局',
  empty: '榆桥县柳溪镇人民政府',
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
    ...applicationFigures({
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
    ...applicationFigures({
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
  /** 青禾县某局: 1215 + 21 = 1218 + 18. */
  office: {
    'disclosure.normativeDocuments.issued': 6,
    'disclosure.normativeDocuments.repealed': 1,
    'disclosure.normativeDocuments.inForce': 40,
    'disclosure.licensing.decisions': 76,
    'disclosure.penalties.decisions': 2,
    'disclosure.coercion.decisions': 5,
    'applications.received.person': 1212,
    'applications.received.enterprise': 3,
    'applications.received.total': 1215,
    'applications.carriedIn.person': 21,
    'applications.carriedIn.total': 21,
    'applications.granted.person': 600,
    'applications.granted.enterprise': 3,
    'applications.granted.total': 603,
    'applications.partlyGranted.person': 52,
    'applications.partlyGranted.total': 52,
    'applications.denied.thirdParty.person': 31,
    'applications.denied.thirdParty.total': 31,
    'applications.denied.deliberative.person': 4,
    'applications.denied.deliberative.total': 4,
    'applications.unavailable.notHeld.person': 333,
    'applications.unavailable.notHeld.total': 333,
    'applications.notProcessed.petition.person': 114,
    'applications.notProcessed.petition.total': 114,
    'applications.other.rest.person': 81,
    'applications.other.rest.total': 81,
    'applications.total.person': 1215,
    'applications.total.enterprise': 3,
    'applications.total.total': 1218,
    'applications.carriedOut.person': 18,
    'applications.carriedOut.total': 18,
    'review.reconsideration.upheld': 9,
    'review.reconsideration.corrected': 2,
    'review.reconsideration.total': 11,
    'review.directLitigation.upheld': 4,
    'review.directLitigation.pending': 1,
    'review.directLitigation.total': 5,
    'review.litigationAfterReconsideration.otherResult': 3,
    'review.litigationAfterReconsideration.total': 3,
  },
  empty: {},
};

/** The report of a body, in a year, without a text. */
export const reportOf = (body: Body, unit = names[body]): Report =>
  filledReport(edition2021, { year: 2025, unit, figures: bodies[body] });

const inputs = new Map<Body, CheckInput>();

/** The report of a body as it is checked. */
export function inputOf(body: Body): CheckInput {
  const input = inputs.get(body) ?? inputOfReport(edition2021, reportOf(body));
  inputs.set(body, input);
  return input;
}
