/** What the oldest engines of the pane and of the offline page cannot take: Chromium 109, Firefox 115, Safari 16.0. */
import { parse, type Token } from 'acorn';

/**
 * Syntax of a script over which such an engine gives up all of it. Static blocks of classes and expressions that look behind
 * came to Safari with 16.4; `src/report/expression` makes the latter at run time.
 */
export function tooNew(script: string): string[] {
  const tokens: Token[] = [];
  // Throws at all syntax of later years.
  parse(script, { ecmaVersion: 2022, sourceType: 'script', onToken: tokens });
  return tokens.flatMap((token, at) => {
    const { type, value } = token as { type: Token['type']; value?: unknown };
    if (type.label === 'name' && value === 'static' && tokens[at + 1]?.type.label === '{') return ['static {'];
    if (type.label !== 'regexp') return [];
    const { pattern, flags } = value as { pattern: string; flags: string };
    return /\(\?<[=!]/u.test(pattern) || /[dv]/u.test(flags) ? [`/${pattern}/${flags}`] : [];
  });
}
