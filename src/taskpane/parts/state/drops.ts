const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

/** A file that is dropped beside a box would open in place of the pane, with all that is not saved. Returns what ends it. */
export function keepPage(): () => void {
  const keep = (event: DragEvent): void => {
    if (holdsFiles(event)) event.preventDefault();
  };
  window.addEventListener('dragover', keep);
  window.addEventListener('drop', keep);
  return () => {
    window.removeEventListener('dragover', keep);
    window.removeEventListener('drop', keep);
  };
}

/** Files that are dropped anywhere on the page, where no box takes them. Returns what stops it. */
export function onStrayFiles(take: (data: DataTransfer) => void): () => void {
  const dropped = (event: DragEvent): void => {
    if (event.defaultPrevented || !holdsFiles(event) || event.dataTransfer === null) return;
    event.preventDefault();
    take(event.dataTransfer);
  };
  document.addEventListener('drop', dropped);
  return () => document.removeEventListener('drop', dropped);
}
