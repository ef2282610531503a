/**
 * The library with its limits, from its source.
 *
 * @throws Error where the library is not the one that was looked at
 */
export default function withLimits(source: string): string;
