/** What the user chose about the Word file, as it stands in the form. */
import { dayOf, signatureOf, type Particulars } from '../../report/closing';
import type { Report } from '../../report/report';
import type { WordOptions } from '../../write/word/word';

export interface WordChoices {
  readonly fonts: NonNullable<WordOptions['fonts']>;
  readonly applications: NonNullable<WordOptions['applications']>;
  /** `review`: 送审稿, with a block to fill in and seal. */
  readonly purpose: 'publication' | 'review';
  readonly contact: string;
  readonly signed: boolean;
  /** `2026-01-20`, or empty. */
  readonly date: string;
  readonly preparedBy: string;
  readonly reviewedBy: string;
  readonly telephone: string;
  /** Adds what compares the report with last year's, where that is there. */
  readonly comparison: boolean;
}

/** What was chosen and typed so far, by the report: looking at another sheet, as last year's, loses none of it. */
export type ChosenByReport = Map<string, Partial<WordChoices>>;

export const defaultChoices: WordChoices = {
  fonts: 'standard',
  applications: 'portrait',
  purpose: 'publication',
  contact: '',
  signed: false,
  date: '',
  preparedBy: '',
  reviewedBy: '',
  telephone: '',
  comparison: false,
};

const reaching = /联系(?:人|电话|方式|地址|我)|(?:咨询|监督|服务)电话/u;
const telephone = /\d{7,}|\d{3,4}[-－—]\d{7,8}/u;

/** How last year's report says that the office is reached; empty where it does not, or this year's text says it already. */
export function contactBefore(previous: Report | null, report: Report): string {
  const last =
    previous?.contact ?? previous?.narrative.other.findLast((text) => reaching.test(text) && telephone.test(text));
  return last === undefined || report.narrative.other.includes(last) ? '' : last;
}

const given = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** How the office is reached and the report is signed by its own words, which 单位信息 keeps. */
export const closingChoices = ({ contact, closing }: Report): Partial<WordChoices> => ({
  ...(contact !== undefined && { contact }),
  signed: closing !== undefined,
  date: closing?.date ?? '',
});

/**
 * What a person chose otherwise than 单位信息 has it, as it is kept there; `null`: nothing. A contact that was taken over from last
 * year is not among it, for nobody said that it still holds.
 */
export function unkeptIn(chosen: Partial<WordChoices>, report: Report): Particulars | null {
  const { closing: was, unit } = report;
  const had = given(report.contact ?? '') ?? undefined;
  const { contact, signed, date }: Partial<WordChoices> = { ...closingChoices(report), ...chosen };
  const told = given(contact ?? '') ?? undefined;
  const day = date === undefined || date === '' ? null : date;
  const closing = signed === true ? { unit: was?.unit ?? null, date: day } : undefined;
  if (told === had && (closing === undefined) === (was === undefined) && closing?.date === was?.date) return null;
  return { unit, ...(told !== undefined && { contact: told }), ...(closing !== undefined && { closing }) };
}

/** What is left of the choices once they are kept: what 单位信息 says from now on counts, also where it is changed there. */
export function afterKeeping({ contact, signed, date, ...rest }: Partial<WordChoices>): Partial<WordChoices> {
  // That last year's contact is not wanted cannot be said there.
  return contact?.trim() === '' ? { ...rest, contact } : rest;
}

/** The name that signs a report. */
export const signerOf = (report: Report): string | null => signatureOf(report)?.unit ?? report.unit.name;

/** @param previous last year's report, if there is one */
export function wordOptions(choices: WordChoices, report: Report, previous: Report | null): WordOptions {
  const unit = report.unit.name;
  const signer = signerOf(report);
  const date = dayOf(choices.date);
  return {
    fonts: choices.fonts,
    applications: choices.applications,
    contact: given(choices.contact),
    previous: choices.comparison ? previous : null,
    signature: choices.signed && signer !== null ? { unit: signer, date } : null,
    review:
      choices.purpose === 'publication'
        ? null
        : {
            unit,
            preparedBy: given(choices.preparedBy),
            reviewedBy: given(choices.reviewedBy),
            telephone: given(choices.telephone),
            date,
          },
  };
}
