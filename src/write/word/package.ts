/** The parts around the text of a Word file. */
import { propertyParts, propertyRelationships, relationshipType, writePackage } from '../package';
import type { Xml } from '../xml';
import { fontProfiles, fontTable, type FontProfileId } from './fonts';
import { footers } from './page';
import { picturePart, pictureRelationship, type WordPicture } from './picture';
import { footerPart, settingsPart, stylesPart } from './styles';

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export interface WordDocument {
  /** `word/document.xml`. */
  readonly document: Xml;
  readonly title: string;
  readonly creator: string | null;
  readonly profile: FontProfileId;
  readonly pictures: readonly WordPicture[];
}

export function wordPackage({ document, title, creator, profile, pictures }: WordDocument): Uint8Array {
  const fonts = fontProfiles[profile];
  return writePackage(
    [
      { name: 'word/document.xml', contentType: `${main}.document.main+xml`, content: document },
      { name: 'word/styles.xml', contentType: `${main}.styles+xml`, content: stylesPart(fonts) },
      { name: 'word/settings.xml', contentType: `${main}.settings+xml`, content: settingsPart },
      { name: 'word/fontTable.xml', contentType: `${main}.fontTable+xml`, content: fontTable(profile) },
      { name: 'word/footer1.xml', contentType: `${main}.footer+xml`, content: footerPart(fonts, 'odd') },
      { name: 'word/footer2.xml', contentType: `${main}.footer+xml`, content: footerPart(fonts, 'even') },
      ...pictures.map(({ png }, index) => ({
        name: `word/${picturePart(index)}`,
        contentType: 'image/png',
        content: png,
      })),
      ...propertyParts({ title, creator }),
    ],
    {
      '': [
        { id: 'rIdDocument', type: relationshipType('officeDocument'), target: 'word/document.xml' },
        ...propertyRelationships,
      ],
      'word/document.xml': [
        { id: 'rIdStyles', type: relationshipType('styles'), target: 'styles.xml' },
        { id: 'rIdSettings', type: relationshipType('settings'), target: 'settings.xml' },
        { id: 'rIdFonts', type: relationshipType('fontTable'), target: 'fontTable.xml' },
        ...footers.map(({ type, relationship }) => ({
          id: relationship,
          type: relationshipType('footer'),
          target: type === 'even' ? 'footer2.xml' : 'footer1.xml',
        })),
        ...pictures.map((_, index) => ({
          id: pictureRelationship(index),
          type: relationshipType('image'),
          target: picturePart(index),
        })),
      ],
    },
  );
}
