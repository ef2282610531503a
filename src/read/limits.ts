/** Longest text, page or exchange file that is read, in characters. */
export const longestText = 5 * 1024 * 1024;
/** Milliseconds after which whoever can end a reading gives it up. The largest files that are read take a fourth of that. */
export const longestReading = 20_000;
/** Largest file that is read, in bytes. */
export const largestFile = 50 * 1024 * 1024;
