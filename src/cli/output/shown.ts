/**
 * Characters that would steer a terminal or turn what is written on it around: names of files and units come from others.
 * Shown as JSON writes them, so that what is printed as JSON stays the same text.
 */
const steering = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A text as it may be printed. */
export const shown = (text: string): string =>
  text.replace(steering, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
