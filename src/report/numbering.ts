/** The numbers with which official labels begin: 三、 of a section or item, （七） under it, 1. under that. */

export interface Numbering {
  /** As printed: `三、`, `（七）`, `1.`. */
  readonly mark: string;
  /** As it is spoken of: `三`, `（七）`, `1`. */
  readonly number: string;
}

const pattern = /^(?:([一二三四五六七八九十]+)、|(（[一二三四五六七八九十]+）)|(\d+)\.)/u;

/** The number of a label; `null` where it has none. */
export function numberingOf(label: string): Numbering | null {
  const [mark = '', item, bracketed, digits] = pattern.exec(label) ?? [];
  const number = item ?? bracketed ?? digits;
  return number === undefined ? null : { mark, number };
}

/** A label without its number: `总计` of `（七）总计`. */
export const withoutNumber = (label: string): string => label.replace(pattern, '');
