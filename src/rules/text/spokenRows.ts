/** How sentences call the rows of the table of applications that an edition gives a spoken form. */
import { expression } from '../../report/expression/expression';
import type { Edition } from '../../report/edition';
import { onceFor } from '../once';
import { wording } from './wording';

/** Any of them: a clause that names such a reason speaks of its row, not of the group above it. */
export const anySpokenRow = ({ spoken }: Edition): string => Object.values(spoken.rows).join('|');

const everySpokenRow = onceFor((edition: Edition) => expression(anySpokenRow(edition), 'gu'));

/** A sentence with all of them taken out. */
export const withoutSpokenRows = (text: string, edition: Edition): string => text.replace(everySpokenRow(edition), '');

/** Each with its row. */
export const spokenRowsOf = ({
  spoken,
}: Edition): { readonly id: string; readonly called: string; readonly word: RegExp }[] =>
  Object.entries(spoken.rows).map(([id, called]) => ({ id, called, word: wording(called) }));
