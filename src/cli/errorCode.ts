/** The file system's own code of an error: ENOENT, EISDIR, EACCES; '' for any other error. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
