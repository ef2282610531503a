/** What an XML file is, by the name of its outermost element and the namespace of that, wherever it is declared there. */

export interface XmlRoot {
  /** '' or with its colon: `pkg:`. */
  readonly prefix: string;
  readonly name: string;
  readonly namespace: string;
}

const longestProlog = 64 * 1024;

/** Null for a text that is no XML. Comments, declarations and instructions before the element are passed over. */
export function xmlRootOf(text: string): XmlRoot | null {
  const head = text.slice(0, longestProlog);
  let at = 0;
  for (;;) {
    while (/\s|\ufeff/u.test(head[at] ?? '')) at += 1;
    const end = head.startsWith('<?', at) ? '?>' : head.startsWith('<!--', at) ? '-->' : null;
    if (end === null) break;
    const close = head.indexOf(end, at);
    if (close === -1) return null;
    at = close + end.length;
  }
  const tag = /^<([\p{L}_][\p{L}\p{N}_.-]*:)?([\p{L}_][\p{L}\p{N}_.-]*)((?:\s(?:"[^"]*"|'[^']*'|[^"'>])*)?)>/u.exec(
    head.slice(at),
  );
  if (tag === null) return null;
  const [, prefix = '', name = '', attributes = ''] = tag;
  const own = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  const value = new RegExp(`\\s${own}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(attributes);
  return { prefix, name, namespace: value?.[1] ?? value?.[2] ?? '' };
}
