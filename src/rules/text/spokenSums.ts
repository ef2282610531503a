/** The sums that a sentence was compared with, in a form that the details of a finding can carry: `a+b=10;c=3`. */
import type { Figure, FigureId } from '../../report/figures';

export const encodeSums = (sums: readonly { readonly figures: readonly Figure[]; readonly value: number }[]): string =>
  sums.map(({ figures, value }) => `${figures.map(({ id }) => id).join('+')}=${value}`).join(';');

export const decodeSums = (text: string): { readonly figures: readonly FigureId[]; readonly value: number }[] =>
  text === ''
    ? []
    : text.split(';').map((part) => {
        const [figures = '', value = ''] = part.split('=');
        return { figures: figures.split('+'), value: Number(value) };
      });
