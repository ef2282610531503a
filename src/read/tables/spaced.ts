/** Lines whose cells are parted by spaces alone, as text copied out of a PDF is. Blank cells leave no trace in them. */
import { bare, isLabelEnd, isLabelStart, isWholeLabel } from '../labels/pieces';
import { readNumber } from '../labels/number';

const isNumber = (text: string): boolean => /^[-−+增减]?[\d/\\.,，—–-]+$/u.test(text) && readNumber(text) !== null;

/** True for the rest of a label that began on a line above, or a whole one. */
const isRest = (text: string): boolean => isLabelEnd(bare(text));

/** The pieces of the longest end that is a label, or the end of one: what stands before belongs to a label of a group. */
function labelAtEnd(pieces: readonly string[]): number {
  for (let from = 0; from < pieces.length; from += 1) if (isRest(pieces.slice(from).join(''))) return from;
  return -1;
}

/** The labels of a header in one line, the first one perhaps the end of a label and the last one the start of one. */
function isHeader(pieces: readonly string[]): boolean {
  return pieces.every((piece, index) => {
    const text = bare(piece);
    return (
      text !== '' &&
      (isWholeLabel(text) || (index === 0 && isLabelEnd(text)) || (index === pieces.length - 1 && isLabelStart(text)))
    );
  });
}

/** The cells of a line: a label with the numbers behind it, numbers alone, or labels of a header. Else the line is one cell. */
export function spacedCells(line: string): readonly string[] {
  if (line.length > 200 || !/\S\s+\S/u.test(line)) return [line];
  const pieces = line.split(/\s+/u);
  const last = pieces.findLastIndex((piece) => !isNumber(piece));
  const numbers = pieces.slice(last + 1);
  const words = pieces.slice(0, last + 1);
  if (numbers.length === 0) return isHeader(pieces) ? pieces : [line];
  if (words.length === 0) return numbers;
  const from = labelAtEnd(words);
  if (from === -1) return [line];
  return [...(from > 0 ? [words.slice(0, from).join('')] : []), words.slice(from).join(''), ...numbers];
}
