/** A press that is never let go, such as one that ends outside of every window, holds nothing longer, in milliseconds. */
const longest = 5_000;

/**
 * Lets `apply` wait while a button of the mouse or a finger is down: what moves under the pointer between down and up
 * loses the click, and the person believes that it was taken. Only the latest value is applied. Returns what takes values,
 * and what ends it.
 */
export function afterPress<Value>(apply: (value: Value) => void): {
  readonly take: (value: Value) => void;
  readonly stop: () => void;
} {
  let down = false;
  let waiting: { readonly value: Value } | null = null;
  let timer = 0;
  const release = (): void => {
    down = false;
    if (waiting === null) return;
    const { value } = waiting;
    waiting = null;
    apply(value);
  };
  const pressed = (): void => {
    down = true;
    window.clearTimeout(timer);
    timer = window.setTimeout(release, longest);
  };
  // The click comes after the button is up, so one task later.
  const up = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(release);
  };
  const ends = ['pointerup', 'pointercancel', 'dragend'] as const;
  window.addEventListener('pointerdown', pressed, true);
  for (const end of ends) window.addEventListener(end, up, true);
  return {
    take: (value) => {
      if (down) waiting = { value };
      else apply(value);
    },
    stop: () => {
      window.clearTimeout(timer);
      window.removeEventListener('pointerdown', pressed, true);
      for (const end of ends) window.removeEventListener(end, up, true);
    },
  };
}
