/** The bar between grid and pane: the pane's width by mouse, touch and keys, kept for the next visit. */
const narrowest = 320;
const widest = 600;
const usual = 350;
const keyStep = 20;
const storageKey = 'gouji-workbench-pane-width';

const within = (width: number): number => Math.round(Math.min(widest, Math.max(narrowest, width)));

/** Storage may be switched off; then the width is not kept. */
function kept(): number {
  try {
    return within(Number(window.localStorage.getItem(storageKey) ?? usual) || usual);
  } catch {
    return usual;
  }
}

function keep(width: number): void {
  try {
    window.localStorage.setItem(storageKey, String(width));
  } catch {
    // Nothing depends on it.
  }
}

/** `workspace` gets the class `dragging` meanwhile, so that the frames in it let the pointer through. */
export function makeDivider(divider: HTMLElement, workspace: HTMLElement): void {
  let width = kept();
  const show = (wanted: number): void => {
    width = within(wanted);
    document.documentElement.style.setProperty('--pane-width', `${width}px`);
    divider.setAttribute('aria-valuenow', String(width));
  };
  show(width);

  divider.addEventListener('pointerdown', (start) => {
    const from = width;
    const move = (event: PointerEvent): void => show(from + start.clientX - event.clientX);
    const end = (): void => {
      divider.removeEventListener('pointermove', move);
      workspace.classList.remove('dragging');
      keep(width);
    };
    divider.setPointerCapture(start.pointerId);
    workspace.classList.add('dragging');
    divider.addEventListener('pointermove', move);
    divider.addEventListener('lostpointercapture', end, { once: true });
    start.preventDefault();
  });
  divider.addEventListener('keydown', (event) => {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: keyStep, ArrowRight: -keyStep };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    show(width + step);
    keep(width);
  });
}
