/** Reading the JSON that comes with a call: what does not fit is an invalid argument. */
import { invalidArgument } from './hostError';
import type { Argument, Json } from './hostObject';

const argumentThat =
  <Value extends Argument>(is: (value: Argument | undefined) => value is Value) =>
  (value: Argument | undefined, location: string): Value => {
    if (!is(value)) throw invalidArgument(location);
    return value;
  };

export const numberArgument = argumentThat((value): value is number => Number.isFinite(value));
export const wholeArgument = argumentThat((value): value is number => Number.isInteger(value));
export const textArgument = argumentThat((value) => typeof value === 'string');
export const booleanArgument = argumentThat((value) => typeof value === 'boolean');

/** One of a list of words, spelt as in the list; the client may send another case. */
export function wordArgument<W extends string>(value: Argument | undefined, words: readonly W[], location: string): W {
  const word =
    typeof value === 'string' ? words.find((candidate) => candidate.toLowerCase() === value.toLowerCase()) : undefined;
  if (word === undefined) throw invalidArgument(location);
  return word;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, Json | undefined>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const recordArgument = argumentThat(isRecord);

/** A field of a record under its name in either spelling: `formula1` or `Formula1`. */
export const field = (record: Readonly<Record<string, Json | undefined>>, name: string): Json | undefined =>
  record[name] ?? record[name.charAt(0).toUpperCase() + name.slice(1)];

/** The value that all have, `null` where they differ: how Excel answers for mixed ranges. */
export function uniform<T extends Json>(values: Iterable<T>): T | null {
  let first: T | undefined;
  for (const value of values) {
    if (first === undefined) first = value;
    else if (first !== value) return null;
  }
  return first ?? null;
}

const namedColours: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
  lightgray: '#D3D3D3',
  silver: '#C0C0C0',
  purple: '#800080',
  pink: '#FFC0CB',
  brown: '#A52A2A',
};

/** `#RRGGBB` of a colour as the API takes it. */
export function colourArgument(value: Argument | undefined, location: string): string {
  if (typeof value !== 'string') throw invalidArgument(location);
  const hex = /^#?([0-9A-Fa-f]{6})$/.exec(value)?.[1];
  const colour = hex === undefined ? namedColours[value.toLowerCase()] : `#${hex.toUpperCase()}`;
  if (colour === undefined) throw invalidArgument(location);
  return colour;
}
