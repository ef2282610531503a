/** A wording to look for in a sentence, put together from its parts. */
export const wording = (source: string): RegExp => new RegExp(source, 'u');
