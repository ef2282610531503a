/**
 * The keyboard inside the real office.js. In Excel on the web its listener on `window` takes every Tab and Escape of the
 * pane: it prevents what the browser would do and moves the focus by a list of its own, which knows neither folded
 * sections nor radio groups nor what stands behind a dialog. So these keys are kept from it wherever the browser knows
 * better, and left to it where the focus is to leave the pane: it alone can tell Excel.
 */

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, iframe, [tabindex]';

const isShown = (element: HTMLElement): boolean =>
  element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';

/** What Tab reaches inside an element, in order. */
const tabStops = (scope: ParentNode): HTMLElement[] =>
  [...scope.querySelectorAll<HTMLElement>(focusable)].filter((element) => element.tabIndex >= 0 && isShown(element));

/** Radio buttons of one group are one stop. */
const sameStop = (one: Element | undefined, other: Element | null): boolean =>
  one === other ||
  (one instanceof HTMLInputElement &&
    other instanceof HTMLInputElement &&
    one.type === 'radio' &&
    other.type === 'radio' &&
    one.name === other.name);

function onTab(event: KeyboardEvent): void {
  const dialog = document.querySelector<HTMLElement>('dialog[open]');
  const stops = tabStops(dialog ?? document);
  const here = document.activeElement;
  const atEdge = sameStop(event.shiftKey ? stops[0] : stops.at(-1), here);
  if (dialog === null) {
    if (!atEdge) event.stopPropagation();
    return;
  }
  event.stopPropagation();
  // The browser's own dialog lets the focus out to the page around the pane.
  if (!atEdge && here !== document.body) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}

/** Begins to keep Tab and Escape. Returns what stops it. */
export function keepKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) onTab(event);
    // Without a dialog Escape goes back to the cells, as everywhere in Excel.
    if (event.key === 'Escape' && document.querySelector('dialog[open]') !== null) event.stopPropagation();
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}

/** What has the focus, or a part around it, with what stood beside it: what came next, nearest first, then what came before. */
interface Link {
  readonly element: HTMLElement;
  readonly beside: readonly Element[];
}

/** One deed takes no more rows out of a list. */
const besideTaken = 20;

function besideOf(element: Element): Element[] {
  const beside: Element[] = [];
  for (let at = element.nextElementSibling; at !== null && beside.length < besideTaken; at = at.nextElementSibling)
    beside.push(at);
  const before = element.previousElementSibling;
  return before === null ? beside : [...beside, before];
}

const isThere = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element.isConnected && isShown(element);

/** Where the focus goes on when what had it is gone: what came next to it, else the nearest part that is still there. */
function successor(chain: readonly Link[]): HTMLElement | undefined {
  for (const { element, beside } of chain) {
    // Of a list the next row, not the first one.
    const parts = isThere(element) ? [element] : beside.filter(isThere);
    for (const part of parts) {
      const first = part.matches(focusable) && part.tabIndex >= 0 ? part : tabStops(part)[0];
      if (first !== undefined && !first.matches(':disabled')) return first;
    }
  }
  return undefined;
}

/**
 * A button that was pressed may be gone by what it did, or be disabled, and the focus would fall to the page's body: whoever
 * works by keyboard would begin again at the top. It goes to the nearest part instead.
 */
export function keepFocus(root: HTMLElement): () => void {
  let chain: Link[] = [];
  let waiting: number | undefined;
  const onFocus = (event: FocusEvent): void => {
    chain = [];
    for (let at = event.target as HTMLElement | null; at !== null && at !== document.body; at = at.parentElement)
      chain.push({ element: at, beside: besideOf(at) });
  };
  const look = (): void => {
    waiting = undefined;
    const last = chain[0]?.element;
    if (last === undefined || document.activeElement !== document.body || !document.hasFocus()) return;
    // Somebody clicked beside everything: what had the focus is still there.
    if (last.isConnected && isShown(last) && !last.matches(':disabled')) return;
    const [own, ...around] = chain;
    // Of a button that can be pressed no more, what comes next is another button of its part.
    successor(own?.element.isConnected === true ? around : chain)?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(() => {
    waiting ??= window.setTimeout(look, 0);
  });
  document.addEventListener('focusin', onFocus);
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden', 'class'] });
  return () => {
    document.removeEventListener('focusin', onFocus);
    observer.disconnect();
    window.clearTimeout(waiting);
  };
}
