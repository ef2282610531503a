/** Much work in the page itself, a little at a time: what a person clicks meanwhile is answered. */

/** Milliseconds of work between two rests. */
const slice = 12;

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Does something with each item, in order, and rests in between. */
export async function inSlices<Item>(items: Iterable<Item>, act: (item: Item) => void): Promise<void> {
  let from = performance.now();
  for (const item of items) {
    act(item);
    if (performance.now() - from < slice) continue;
    await rest();
    from = performance.now();
  }
}
