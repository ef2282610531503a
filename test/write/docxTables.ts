/** Reads the tables and the paragraphs of a .docx as a grid of cells with spans. */
import { all, attribute, type Node } from './xmlTree';

export interface ReadCell {
  readonly row: number;
  readonly column: number;
  rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

/** Text of runs; line breaks and tabs as characters. */
export const textOf = (node: Node): string =>
  node.children
    .map((child) =>
      child.name === 'w:t' ? child.text : child.name === 'w:br' ? '\n' : child.name === 'w:tab' ? '\t' : textOf(child),
    )
    .join('');

export function readTable(table: Node): ReadCell[] {
  const cells: ReadCell[] = [];
  const above = new Map<number, ReadCell>();
  table.children
    .filter((child) => child.name === 'w:tr')
    .forEach((tr, row) => {
      let column = 0;
      for (const tc of tr.children.filter((child) => child.name === 'w:tc')) {
        const columnSpan = Number(attribute(tc, 'w:gridSpan', 'w:val') ?? 1);
        const merge = attribute(tc, 'w:vMerge', 'w:val');
        const upper = above.get(column);
        if (merge === 'continue' && upper !== undefined) {
          upper.rowSpan += 1;
        } else {
          const cell = { row, column, rowSpan: 1, columnSpan, text: textOf(tc) };
          cells.push(cell);
          above.set(column, cell);
        }
        column += columnSpan;
      }
    });
  return cells;
}

export interface ReadParagraph {
  readonly style: string | undefined;
  readonly text: string;
}

/** Paragraphs of the body that stand outside tables. */
export const readParagraphs = (body: Node): ReadParagraph[] =>
  body.children
    .filter((child) => child.name === 'w:p')
    .map((node) => ({ style: attribute(node, 'w:pStyle', 'w:val'), text: textOf(node) }));

export const readTables = (body: Node): ReadCell[][] => all(body, 'w:tbl').map(readTable);
