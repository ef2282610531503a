import * as fc from 'fast-check';
import type { Edition } from '../../src/report/edition';
import type { Report } from '../../src/report/report';
import { generator, validReport } from '../rules/sample';

/** Reports in which every sum holds. */
export const anyValidReport = (edition: Edition): fc.Arbitrary<Report> =>
  fc.nat(2 ** 30).map((seed) => validReport(edition, generator(seed)));
