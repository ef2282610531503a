/** Of any number of values: the functions of `Math` take them as arguments, of which a program has only so many. */

export function largestOf(values: Iterable<number>, least = -Infinity): number {
  let largest = least;
  for (const value of values) if (value > largest) largest = value;
  return largest;
}

export function smallestOf(values: Iterable<number>, most = Infinity): number {
  let smallest = most;
  for (const value of values) if (value < smallest) smallest = value;
  return smallest;
}
