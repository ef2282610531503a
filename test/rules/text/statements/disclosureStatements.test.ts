/** How sentences tell documents and decisions: 6 documents issued, 1 repealed, 40 in force; 2 penalties. */
import { expect, test } from 'vitest';
import { different as found } from '../sentences/measure';

test.each<[reason: string, text: string, ...found: string[]]>([
  ['made', '制作规范性文件5件。', 'N-FILES 5 6'],
  ['decreed', '颁布行政规范性文件5件。', 'N-FILES 5 6'],
  [
    'named before and last',
    '制发规章3件，制发6件，废止1件，现行有效的规范性文件40件。',
    'N-FILES 3 0',
    'N-FILES 6 0',
    'N-FILES 1 0',
  ],
  ['none in force', '没有继续有效的规范性文件。', 'N-ZERO 0 40'],
  ['none issued that is in force', '没有制发现行有效的规范性文件。', 'N-ZERO 0 6'],
  ['permits by half their name', '准予许可12件。', 'N-PERM 12 76'],
  ['measures by half their name', '作出强制决定12件。', 'N-PERM 12 5'],
  // A list of what may be decided is no decision.
  ['a list that was looked through', '梳理权责清单，作出行政处罚决定5件。', 'N-PERM 5 2'],
  ['so many kinds of penalties', '梳理行政处罚事项12类，作出行政处罚决定5件。'],
  ['so many papers on penalties', '梳理行政处罚权力12件，作出行政处罚决定5件。', 'N-PERM 5 2'],
  ['sent up', '上传行政处罚决定5件。'],
  [
    'sent up, with how many were decided',
    '上传行政处罚案件，全年处理决定数为76件，作出行政处罚决定5件。',
    'N-PERM 5 2',
  ],
])('documents and decisions: %s', (_, text, ...expected) => {
  expect(found(text)).toEqual(expected);
});
