/** The second worksheet of a report: its three text sections, headings in column A, one paragraph a row beneath. */
import { isTextSection, type Edition, type TextSectionId } from '../edition';

export interface TextSheetRow {
  readonly role: 'title' | 'heading' | 'paragraph';
  readonly text: string;
}

/** Empty rows under a heading of a new sheet, so that the next heading does not have to be moved to begin. */
const emptyRows = 4;

export function textSheetRows(
  edition: Edition,
  title: string,
  narrative: Readonly<Record<TextSectionId, readonly string[]>> | null,
): TextSheetRow[] {
  const rows: TextSheetRow[] = [{ role: 'title', text: title }];
  for (const section of edition.sections) {
    if (!isTextSection(section.id)) continue;
    rows.push({ role: 'heading', text: section.title });
    const paragraphs = narrative?.[section.id] ?? [];
    for (const text of paragraphs) rows.push({ role: 'paragraph', text });
    for (let row = paragraphs.length; row < emptyRows; row += 1) rows.push({ role: 'paragraph', text: '' });
  }
  return rows;
}
