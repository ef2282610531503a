/**
 * Measurements on sentences of published reports, which are kept outside the project: recorded, not computed. Each figure
 * that a sentence states was judged by hand before it was tried; tables were made that agree with it, and then that one
 * cell was changed, or, from the fourth set on, the number in the text; from there on every cell that no sentence speaks
 * of held an odd number, so that whatever is read wrongly is found to differ. At first sight, each time after mending for
 * the sets before. From the fourth set on single reports may be among those of the sets before.
 */
import type { Score } from './set';

export interface Measurement extends Score {
  readonly day: string;
  readonly reports: number;
  readonly sentences: number;
  readonly figures: number;
}

export const measurements: readonly Measurement[] = [
  { day: '2026-11-29', reports: 58, sentences: 87, figures: 150, precision: 1, recall: 0.927 },
  { day: '2026-11-29', reports: 99, sentences: 158, figures: 280, precision: 0.969, recall: 0.889 },
  { day: '2026-11-29', reports: 47, sentences: 72, figures: 117, precision: 0.94, recall: 0.932 },
  { day: '2026-11-29', reports: 86, sentences: 123, figures: 210, precision: 0.99, recall: 0.943 },
  { day: '2026-11-29', reports: 47, sentences: 61, figures: 117, precision: 1, recall: 0.94 },
  { day: '2026-11-29', reports: 23, sentences: 24, figures: 39, precision: 0.944, recall: 0.872 },
  { day: '2026-11-29', reports: 42, sentences: 58, figures: 103, precision: 0.927, recall: 0.981 },
  { day: '2026-11-29', reports: 42, sentences: 60, figures: 98, precision: 0.917, recall: 0.898 },
  { day: '2026-11-29', reports: 28, sentences: 46, figures: 114, precision: 0.982, recall: 0.947 },
  { day: '2026-11-29', reports: 29, sentences: 42, figures: 95, precision: 0.958, recall: 0.968 },
  { day: '2026-11-29', reports: 15, sentences: 22, figures: 57, precision: 0.982, recall: 0.965 },
  { day: '2026-11-29', reports: 7, sentences: 8, figures: 16, precision: 0.929, recall: 0.813 },
  { day: '2026-11-29', reports: 34, sentences: 44, figures: 68, precision: 0.983, recall: 0.853 },
  { day: '2026-11-29', reports: 36, sentences: 54, figures: 82, precision: 0.974, recall: 0.902 },
  { day: '2026-11-29', reports: 79, sentences: 116, figures: 186, precision: 0.983, recall: 0.925 },
  { day: '2026-11-29', reports: 76, sentences: 89, figures: 182, precision: 0.994, recall: 0.923 },
  { day: '2026-11-29', reports: 93, sentences: 109, figures: 218, precision: 0.971, recall: 0.922 },
  { day: '2026-11-29', reports: 44, sentences: 63, figures: 123, precision: 0.939, recall: 0.878 },
  { day: '2026-11-29', reports: 27, sentences: 39, figures: 57, precision: 1, recall: 0.93 },
  { day: '2026-11-29', reports: 30, sentences: 47, figures: 100, precision: 1, recall: 0.9 },
  { day: '2026-11-29', reports: 36, sentences: 63, figures: 131, precision: 0.969, recall: 0.954 },
  { day: '2026-11-29', reports: 37, sentences: 56, figures: 97, precision: 0.989, recall: 0.918 },
];

/** Of the sets from the fourth on: differences that go unnoticed once the patterns were mended for them, and findings that are wrong. */
export const afterMending = { figures: 2139, unnoticed: 25, wrong: 0 } as const;

/**
 * Paragraphs of published reports in a stored collection of pages, kept outside the project, labelled by somebody who saw
 * neither the patterns nor what they find; each set measured before whoever mends saw a sentence of it, the last before its
 * labels were finished. Measured as the sets before, but without the name of the body. The reports of these sets are no two
 * the same; some may be among those of the measurements before, which were not kept.
 */
export const stored: readonly Measurement[] = [
  { day: '2026-11-30', reports: 85, sentences: 115, figures: 227, precision: 1, recall: 216 / 227 },
  { day: '2026-11-30', reports: 94, sentences: 111, figures: 208, precision: 1, recall: 194 / 208 },
  { day: '2026-11-30', reports: 81, sentences: 95, figures: 197, precision: 1, recall: 188 / 197 },
  { day: '2026-11-30', reports: 77, sentences: 86, figures: 162, precision: 154 / 156, recall: 154 / 162 },
  { day: '2026-11-30', reports: 96, sentences: 95, figures: 196, precision: 192 / 194, recall: 192 / 196 },
  { day: '2026-11-30', reports: 85, sentences: 88, figures: 199, precision: 195 / 198, recall: 195 / 199 },
  { day: '2026-11-30', reports: 97, sentences: 96, figures: 230, precision: 221 / 223, recall: 221 / 230 },
  { day: '2026-11-30', reports: 51, sentences: 64, figures: 158, precision: 146 / 149, recall: 146 / 158 },
];

/**
 * Beside them: paragraphs that state no figure; numbers left out, which could be read in two ways; paragraphs whose label
 * passed over what the sentence says besides (8 件，均为自然人申请), which was put right; and what is missed and wrong once mended for.
 */
export const storedBeside = { without: 432, unclear: 214, relabelled: 27, unnoticed: 31, wrong: 0 } as const;

/**
 * Sentences that tell the figures and keep the traps of published reports in the writers' own words, mostly plainer than an
 * office would say it: written without sight of the patterns, measured in the same way. Of how offices write they say nothing
 * certain.
 */
export const retold: readonly Measurement[] = [
  { day: '2026-11-30', reports: 39, sentences: 47, figures: 99, precision: 0.959, recall: 0.707 },
  { day: '2026-11-30', reports: 38, sentences: 50, figures: 99, precision: 0.977, recall: 0.869 },
  { day: '2026-11-30', reports: 26, sentences: 43, figures: 97, precision: 1, recall: 0.938 },
];

/**
 * Paragraphs of our own after constructions seen in published reports, of eight invented bodies, among them very many numbers
 * that are none of the tables': each figure that a paragraph states was once right and once wrong. Written by whoever mended
 * the patterns, each time new, and measured before mending for them.
 */
export const ours: readonly {
  readonly paragraphs: number;
  readonly figures: number;
  readonly precision: number;
  readonly recall: number;
}[] = [
  { paragraphs: 150, figures: 215, precision: 0.967, recall: 0.819 },
  { paragraphs: 150, figures: 168, precision: 0.889, recall: 0.81 },
  { paragraphs: 132, figures: 145, precision: 0.926, recall: 0.862 },
  { paragraphs: 115, figures: 166, precision: 0.93, recall: 0.88 },
  { paragraphs: 72, figures: 122, precision: 0.974, recall: 0.934 },
  { paragraphs: 36, figures: 61, precision: 0.919, recall: 0.934 },
  { paragraphs: 99, figures: 166, precision: 0.98, recall: 0.898 },
  { paragraphs: 60, figures: 96, precision: 0.988, recall: 0.885 },
  { paragraphs: 40, figures: 90, precision: 0.976, recall: 0.922 },
];
