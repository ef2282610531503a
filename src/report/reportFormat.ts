/** Name and major version of the exported form of a report. */
export const reportFormat = 'gouji-report/1';
