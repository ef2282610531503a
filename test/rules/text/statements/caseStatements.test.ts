/** How sentences tell reviews and lawsuits and how they ended: 11 reviews, 9 upheld; 8 lawsuits, 4 upheld and 3 otherwise. */
import { expect, test } from 'vitest';
import { different as found } from '../sentences/measure';

test.each<[reason: string, text: string, ...found: string[]]>([
  // Where both kinds were named the ending may be of the ones, of the others or of both.
  ['of both', '行政复议11件、行政诉讼8件，其中13件维持。'],
  ['of both, by their full names', '行政复议案件11件、行政诉讼8件，其中13件维持。'],
  ['of both, the other way round', '行政诉讼案件8件、行政复议11宗案件，其中13件维持。'],
  ['of none of them', '行政复议案件11件、行政诉讼8件，其中5件维持。', 'N-CASE 5 4'],
  ['of both, of more lawsuits', '行政诉讼案件12件、行政复议案件11件，其中13件维持。', 'N-CASE 12 8'],
  ['of none of them, the other way round', '行政诉讼案件8件、行政复议案件11件，其中5件维持。', 'N-CASE 5 9'],
  ['of the ones, where there are none of the others', '行政诉讼8件、行政复议0件次，维持4件。', 'N-CASE 0 11'],
  ['of the ones, in brackets', '行政诉讼8件、行政复议0件次（维持4件）。', 'N-CASE 0 11'],
  ['of neither', '行政诉讼8件、行政复议0件次，维持5件。', 'N-CASE 0 11', 'N-CASE 5 9'],
  // 其他 alone is how some ended, but only that ending.
  ['otherwise', '行政诉讼8件，维持4件，其他3件。'],
  ['otherwise, another number', '行政诉讼8件，维持4件，其他5件。', 'N-CASE 5 3'],
  ['otherwise, as many as upheld', '行政诉讼8件，维持4件，其他4件。', 'N-CASE 4 3'],
  ['all of them', '11件行政复议，均维持。', 'N-CASE 11 9'],
  ['some of them', '12件行政复议中维持9件。', 'N-CASE 12 11'],
  // Cases that a body decides are not those that it defends.
  ['defended', '向上级答复96件，其中因政府信息公开引发的行政复议12件。', 'N-CASE 12 11'],
  ['decided', '复议机构答复96件，其中因政府信息公开引发的行政复议12件。'],
  ['left over from the year before', '上年遗留的行政复议3件。'],
  ['left over from last year', '去年遗留的行政复议3件。'],
  ['left over from a named year', '2024年遗留的行政复议3件。'],
  ['disputes, with reviews among them', '政府信息公开争议12件，其中复议11件。', 'N-CASE 12 19'],
  ['disputes, with lawsuits among them', '政府信息公开争议12件，其中行政诉讼8件。', 'N-CASE 12 19'],
  ['disputes of both kinds', '政府信息公开争议12件，包括复议11件、诉讼8件。', 'N-CASE 12 19'],
  // What is denied.
  ['nobody who reviews', '没有行政复议机构。'],
  ['no review that was lost', '无行政复议败诉案件。', 'N-ZERO 0 2'],
  ['none of both that was lost', '复议11件，诉讼8件，均已审结，无败诉和纠错。', 'N-ZERO 0 2'],
  ['as many at once as after a review', '未经复议直接起诉、复议后起诉均为7。', 'N-CASE 7 5', 'N-CASE 7 3'],
])('reviews and lawsuits: %s', (_, text, ...expected) => {
  expect(found(text)).toEqual(expected);
});
