/** Longest text, page or exchange file that is read, in characters. */
export const longestText = 5 * 1024 * 1024;
/** Largest file that is read, in bytes. */
export const largestFile = 50 * 1024 * 1024;
