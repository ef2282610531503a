/**
 * What sentences of the text say about figures: which wording states a number, and which sums of the tables it may mean.
 * Where several sums could be meant, any of them satisfies the sentence.
 */
import { expression } from '../../report/expression/expression';
import type { Edition } from '../../report/edition';
import { onceFor } from '../once';
import {
  applicantsOf,
  gatherAnswered,
  gatherApplicants,
  gatherCarried,
  gatherReceived,
  gatherResults,
} from './applicationStatements';
import { gatherCases } from './caseStatements';
import { gatherDecisions, gatherDocuments } from './disclosureStatements';
import { looksForCount } from './spokenNumbers';
import type { Gathering, Named, Statement } from './statement';

/** Statements of one edition, and the sums that it may name together. */
export interface Statements {
  readonly statements: readonly Statement[];
  /** Those of them whose number need not count anything by a word beside it. */
  readonly bare: readonly Statement[];
  readonly named: readonly Named[];
}

function build(edition: Edition): Statements {
  const statements: Statement[] = [];
  const named: Named[] = [];
  const gathering: Gathering = {
    edition,
    applicants: applicantsOf(edition),
    add: ({ pattern, ...statement }) => gathering.addEach(statement, [pattern]),
    addEach: (statement, patterns) => {
      for (const pattern of patterns)
        statements.push({ ...statement, pattern: typeof pattern === 'string' ? expression(pattern, 'gu') : pattern });
    },
    name: (each) => named.push(each),
  };
  for (const gather of [
    gatherReceived,
    gatherAnswered,
    gatherResults,
    gatherApplicants,
    gatherCarried,
    gatherCases,
    gatherDocuments,
    gatherDecisions,
  ]) {
    gather(gathering);
  }
  return { statements, bare: statements.filter(({ pattern }) => !looksForCount(pattern)), named };
}

/** Statements of an edition, built once. */
export const statementsOf = onceFor(build);
