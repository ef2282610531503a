/**
 * How many random cases a law is tried on: all of them, or the share that `GOUJI_EFFORT` names. Mutation testing runs
 * every law thousands of times and asks for a small share.
 */
const share = Number(process.env['GOUJI_EFFORT'] ?? 1);

/** At least a dozen, so that a law stays a law. */
export const cases = (all: number): number => Math.max(Math.min(all, 12), Math.round(all * share));
