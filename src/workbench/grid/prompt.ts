/** The input message of data validation beside the selected cell. */
import { createElement, type ReactElement } from 'react';

export const promptComponent = 'workbench-cell-prompt';

export interface PromptText {
  readonly title: string;
  readonly message: string;
}

/** Drawn by the grid in a popup of its own, which hands over what was given to it as `extraProps`. */
export function CellPrompt({ popup }: { readonly popup: { readonly extraProps?: Partial<PromptText> } }): ReactElement {
  const { title = '', message = '' } = popup.extraProps ?? {};
  return createElement(
    'div',
    { className: 'cell-prompt', role: 'note' },
    title === '' ? null : createElement('strong', null, title),
    createElement('span', null, message),
  );
}
