import { createContext, useContext } from 'react';
import type { Host } from '../host/host';
import type { Language } from '../report/language';
import type { Left } from './parts/state/left';
import type { Words } from './words/words';

/** What every part of the pane needs: the workbook and the words. */
export interface Pane {
  readonly host: Host;
  readonly language: Language;
  readonly words: Words;
  readonly left: Left;
}

const PaneContext = createContext<Pane | null>(null);

export const PaneProvider = PaneContext.Provider;

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === null) throw new Error('usePane outside of the pane');
  return pane;
}
