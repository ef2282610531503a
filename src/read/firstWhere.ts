/**
 * The first of the places from 0 to `count` at which something holds that, where it holds once, holds for all places behind;
 * `count` where it holds at none.
 */
export function firstWhere(count: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const half = (low + high) >> 1;
    if (holds(half)) high = half;
    else low = half + 1;
  }
  return low;
}
