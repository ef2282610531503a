/** Whether a text in which no report was found has anything of the form in it: then it may be a report that came out badly. */
import { isBlankText, readNumber } from './number';
import { sightOf } from './sight';

/** Labels that other papers have too, by themselves: 行政许可, 合计. Two of them may be what is left of a table. */
const fewLabels = 2;
/** Numbers by themselves that a letter has, as telephone numbers and days; more may be cells of a table. */
const fewNumbers = 12;

const parts = /[\t\n|｜]|\s{2,}/u;

/**
 * @param texts cells, paragraphs or lines
 * @returns `false` where what there is to read is plainly of something else; a source without any text may be anything
 */
export function mayBeOfForm(texts: Iterable<string>): boolean {
  const labels = new Set<string>();
  let numbers = 0;
  let isBlank = true;
  for (const text of texts) {
    for (const part of text.split(parts)) {
      if (isBlankText(part)) continue;
      if (readNumber(part) !== null) {
        numbers += 1;
        continue;
      }
      isBlank = false;
      const { body, row, exactHead, rowGroup, columnGroup, corner, blockTitle, note, section } = sightOf(part);
      if (section !== null) return true;
      if (row.length + exactHead.length > 0 || rowGroup || columnGroup || corner || blockTitle || note)
        labels.add(body);
    }
    if (labels.size >= fewLabels || numbers >= fewNumbers) return true;
  }
  return isBlank;
}
