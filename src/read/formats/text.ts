/** Reads reports from plain text: pasted, or taken out of a file by something else. */
import { itemsOfText, readItems, textMap } from '../compose/document';
import { failed } from '../failure';
import { plainSource } from '../labels/label';
import { longestText } from '../limits';
import type { ReadResult } from '../reading';

/** A text with at least one of the official tables, or with a title and titles of sections. */
export function readText(text: string): ReadResult {
  if (text.trim() === '') return failed('empty');
  if (text.length > longestText) return failed('tooLarge', { limit: longestText / 1024 / 1024 });
  return readItems(itemsOfText(plainSource(text)), textMap);
}
