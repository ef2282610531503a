/** A report is written after its year has ended; it may be begun in December. */
export const yearDue = (today: Date): number =>
  today.getMonth() === 11 ? today.getFullYear() : today.getFullYear() - 1;
