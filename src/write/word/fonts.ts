/**
 * Fonts that an official document asks for (GB/T 9704-2012: 小标宋 for the title, 仿宋 for the text, 黑体 and 楷体 for
 * headings, 宋体 for the page number). They are named, not embedded: most are licensed.
 */
import { element, type Xml } from '../xml';
import { w } from './markup';

/** `standard`: the names offices use. `common`: fonts that every Chinese Windows and WPS has. */
export type FontProfileId = 'standard' | 'common';

export interface FontProfile {
  readonly title: string;
  readonly body: string;
  /** Headings 一、 */
  readonly heading: string;
  /** Headings （一） */
  readonly subheading: string;
  readonly pageNumber: string;
}

export const fontProfiles: Readonly<Record<FontProfileId, FontProfile>> = {
  standard: {
    title: '方正小标宋简体',
    body: '仿宋_GB2312',
    heading: '黑体',
    subheading: '楷体_GB2312',
    pageNumber: '宋体',
  },
  common: { title: '华文中宋', body: '仿宋', heading: '黑体', subheading: '楷体', pageNumber: '宋体' },
};

/** Names of the fonts that a file of this profile asks for, for the person who has to have them. */
export function fontNames(profile: FontProfileId): string[] {
  const { title, body, heading, subheading, pageNumber } = fontProfiles[profile];
  return [...new Set([title, body, heading, subheading, pageNumber])];
}

/** One font for Chinese and Latin alike, so that quotation marks and digits stand in the face of the text. */
export const runFonts = (font: string): Xml =>
  w('rFonts', { hint: 'eastAsia', ascii: font, hAnsi: font, eastAsia: font, cs: font });

/** Names under which a machine may hold the same face. */
const alternatives: Readonly<Record<string, string>> = {
  方正小标宋简体: '方正小标宋_GBK',
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  黑体: 'SimHei',
  宋体: 'SimSun',
  仿宋: 'FangSong',
  楷体: 'KaiTi',
  华文中宋: 'STZhongsong',
};

/** The font table; charset 86 is GB 2312. */
export const fontTable = (profile: FontProfileId): Xml =>
  element(
    'w:fonts',
    { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' },
    fontNames(profile).map((name) =>
      w(
        'font',
        { name },
        w('altName', { val: alternatives[name] }),
        w('charset', { val: '86' }),
        w('family', { val: 'auto' }),
        w('pitch', { val: 'default' }),
      ),
    ),
  );
