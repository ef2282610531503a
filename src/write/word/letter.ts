/** A letter as a Word file: its title and its paragraphs, set as an official document is. */
import { headingNumber } from '../../report/headings';
import { citedText } from '../text';
import { element } from '../xml';
import { signatureLines } from './closing';
import { fontProfiles } from './fonts';
import { paragraph, run, w, wordRoot } from './markup';
import { wordPackage } from './package';
import { portraitPage, sectionProperties } from './page';
import { narrativeParagraph } from './paragraphs';

/** 华文中宋 and its like stand on every computer; the letter is read by others. */
const profile = 'common';

export interface WordLetter {
  readonly title: string;
  /** To whom it goes: at the margin, as in official letters. */
  readonly salutation: string;
  readonly paragraphs: readonly string[];
  readonly signature: { readonly office: string; readonly date: string };
}

/** Characters that no file can hold are left out: they come from names and sentences that the letter cites. */
export function writeWordLetter({ title, salutation, paragraphs, signature }: WordLetter): Uint8Array {
  const fonts = fontProfiles[profile];
  const plainTitle = citedText(title);
  const texts = paragraphs.map(citedText);
  return wordPackage({
    document: element(
      'w:document',
      wordRoot,
      w(
        'body',
        null,
        paragraph('Title', [], run([plainTitle])),
        paragraph('BodyText', [w('ind', { firstLineChars: 0, firstLine: 0 })], run([citedText(salutation)])),
        texts.map((text) =>
          headingNumber(text)?.level === 1 ? paragraph('Heading1', [], run([text])) : narrativeParagraph(text, fonts),
        ),
        signatureLines(citedText(signature.office), signature.date),
        sectionProperties(portraitPage, null),
      ),
    ),
    title: plainTitle,
    creator: null,
    profile,
    pictures: [],
  });
}
