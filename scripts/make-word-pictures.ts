/**
 * Draws the pages of the Word files of a full sample report as small pictures into docs/word: LibreOffice lays them out,
 * pdftoppm draws them. Where the fonts of official documents are absent, Noto stands in for them: its Chinese characters
 * have the same width of one em, so lines and pages break alike.
 *
 * Run: npm run docs:word
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeWord, type WordOptions } from '../src/write/word/word';
import { fontNames } from '../src/write/word/fonts';
import { sampleReport } from '../test/write/samples';

const signature = { unit: '云溪县林业局', date: { year: 2026, month: 1, day: 20 } };
const files: Readonly<Record<string, readonly [string, WordOptions]>> = {
  'portrait-2021': ['2021', { signature }],
  'landscape-2021': ['2021', { signature, applications: 'landscape', fonts: 'common' }],
  'review-2019': [
    '2019',
    { review: { unit: '云溪县林业局', preparedBy: null, reviewedBy: null, telephone: null, date: null } },
  ],
};

/** Pages that look like those of another file. */
const alike = /^(landscape-2021-[1236]|review-2019-[245])\.png$/;

const target = path.resolve(import.meta.dirname, '../docs/word');
const folder = mkdtempSync(path.join(tmpdir(), 'gouji-word-'));
try {
  const names = new Set([...fontNames('standard'), ...fontNames('common')]);
  const aliases = [...names].map((name) => {
    const stand = name === '黑体' ? 'Noto Sans CJK SC' : 'Noto Serif CJK SC';
    return `<alias><family>${name}</family><default><family>${stand}</family></default></alias>`;
  });
  const configuration = path.join(folder, 'fonts.conf');
  writeFileSync(
    configuration,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${aliases.join('')}</fontconfig>`,
  );
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const [name, [edition, options]] of Object.entries(files)) {
    const document = path.join(folder, `${name}.docx`);
    writeFileSync(document, writeWord(sampleReport(edition), options));
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        document,
      ],
      { env: { ...process.env, FONTCONFIG_FILE: configuration }, stdio: 'ignore' },
    );
    execFileSync('pdftoppm', ['-r', '48', '-gray', '-png', path.join(folder, `${name}.pdf`), path.join(folder, name)]);
  }
  const pictures = readdirSync(folder).filter((one) => one.endsWith('.png') && !alike.test(one));
  for (const file of pictures) copyFileSync(path.join(folder, file), path.join(target, file));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
