/** What goes to the clipboard: plain text, and with tables where the place it is pasted into takes them. */
export interface Copied {
  readonly text: string;
  readonly html: string | null;
}

const blob = (type: string, content: string): Blob => new Blob([content], { type });

/** Puts content on the clipboard. Excel on the web denies the newer way to frames; the older one works in a click. */
export async function copy(content: Copied): Promise<boolean> {
  const { text, html } = content;
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': blob('text/plain', text),
        ...(html === null ? {} : { 'text/html': blob('text/html', html) }),
      }),
    ]);
    return true;
  } catch {
    return copyBySelection(content);
  }
}

function copyBySelection({ text, html }: Copied): boolean {
  // Without something selected no copy happens; what is copied is what the listener puts in.
  const holder = document.createElement('textarea');
  holder.value = text;
  holder.style.position = 'fixed';
  holder.style.opacity = '0';
  const focused = document.activeElement;
  const put = (event: ClipboardEvent): void => {
    if (event.clipboardData === null) return;
    event.clipboardData.setData('text/plain', text);
    if (html !== null) event.clipboardData.setData('text/html', html);
    event.preventDefault();
  };
  document.body.append(holder);
  holder.select();
  document.addEventListener('copy', put);
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', put);
    holder.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
