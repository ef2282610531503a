/** How sentences call the rows of the table of applications that an edition gives a spoken form. */
import { expression } from '../../report/expression/expression';
import type { Edition } from '../../report/edition';
import { wording } from './wording';

/** Any of them: a clause that names such a reason speaks of its row, not of the group above it. */
export const anySpokenRow = ({ spoken }: Edition): string => Object.values(spoken.rows).join('|');

const known = new WeakMap<Edition, RegExp>();

/** A sentence with all of them taken out. */
export function withoutSpokenRows(text: string, edition: Edition): string {
  let every = known.get(edition);
  if (every === undefined) known.set(edition, (every = expression(anySpokenRow(edition), 'gu')));
  return text.replace(every, '');
}

/** Each with its row. */
export const spokenRowsOf = ({
  spoken,
}: Edition): { readonly id: string; readonly called: string; readonly word: RegExp }[] =>
  Object.entries(spoken.rows).map(([id, called]) => ({ id, called, word: wording(called) }));
