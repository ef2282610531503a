/**
 * The library of PDF leaves some of its promises to themselves when a file is damaged: what they say has reached the reader
 * by another way, or does not matter. Node would end the program for it.
 */
const ownErrors: ReadonlySet<string> = new Set([
  'AbortException',
  'FormatError',
  'InvalidPDFException',
  'MissingDataException',
  'ParserEOFException',
  'UnknownErrorException',
  'XRefEntryException',
  'XRefParseException',
]);

/** True for what nobody awaited of an error of that library. */
export const isLooseEnd = (reason: unknown): boolean =>
  typeof reason === 'object' &&
  reason !== null &&
  'name' in reason &&
  typeof reason.name === 'string' &&
  ownErrors.has(reason.name);
