/** The text of bytes that somebody else saved: one bad byte never makes a file unreadable, and no page is believed blindly. */

const utf8Mark = [0xef, 0xbb, 0xbf];
const starts = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

const decoded = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

function valid(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Bytes at the start of a page or of XML in which it may say its encoding. */
const declarationLength = 4096;
const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** What a page or an XML file says of its encoding, in its own words. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = latin(bytes.subarray(0, declarationLength));
  return (
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/iu.exec(head)?.[1] ??
    /charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(head)?.[1] ??
    null
  );
}

/** Encodings that are believed where the bytes are no UTF-8. Whatever else is declared is mostly a mistake. */
function encodingNamed(charset: string | null): string | null {
  const name = charset?.toLowerCase() ?? '';
  if (/^(?:x-)?gb|^(?:cp|windows-?)?936$|^hz/u.test(name)) return 'gb18030';
  if (/^(?:x-)?big-?5|^(?:cp|windows-?)?950$/u.test(name)) return 'big5';
  if (/^(?:utf-?16|ucs-?2|unicode)/u.test(name)) return name.endsWith('be') ? 'utf-16be' : 'utf-16le';
  return null;
}

const damages = (text: string): number => text.split('\ufffd').length - 1;
const characters = (text: string): number => text.match(/[^\0-\x7f]/gu)?.length ?? 0;
/** A file of bytes that are no text has damage all over. */
const mostDamage = (text: string): number => Math.max(3, characters(text) / 20);
const isText = (text: string): boolean => !text.includes('\0') && damages(text) <= mostDamage(text);

/** Words that stand in every report, in the characters of each of the two encodings. */
const ofGb = /政府|公开|信息|申请/u;
const ofBig5 = /政府|公開|資訊|信息|申請/u;

/** Without a mark at its start UTF-16 gives itself away by the zeros beside its digits and line ends. */
function longCharacters(bytes: Uint8Array, declared: string | null): string | null {
  let even = 0;
  let odd = 0;
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) {
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even === 0 && odd === 0 && declared?.startsWith('utf-16') !== true) return null;
  const text = decoded(even > odd ? 'utf-16be' : 'utf-16le', bytes);
  return isText(text) && (even + odd > 0 || ofGb.test(text)) ? text : null;
}

/**
 * A mark at the start decides; then UTF-8 if the bytes are that; only then what is declared (`declared`: a charset that
 * somebody outside the bytes names, such as the header of a part of a message); then GB 18030 or Big5. Bytes that fit
 * nowhere become U+FFFD. Null for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string | null {
  const marked = starts(bytes, utf8Mark)
    ? 'utf-8'
    : starts(bytes, [0xff, 0xfe])
      ? 'utf-16le'
      : starts(bytes, [0xfe, 0xff])
        ? 'utf-16be'
        : null;
  if (marked !== null) {
    const text = decoded(marked, bytes);
    return isText(text) ? text : null;
  }
  const utf8 = valid('utf-8', bytes);
  if (utf8 !== null && !utf8.includes('\0')) return utf8;
  const named = encodingNamed(declared) ?? encodingNamed(declaredCharset(bytes));
  const long = longCharacters(bytes, named);
  if (long !== null || bytes.includes(0)) return long;
  if (named === 'gb18030' || named === 'big5') {
    const text = valid(named, bytes);
    if (text !== null) return text;
  }
  const gb = valid('gb18030', bytes);
  const big5 = valid('big5', bytes);
  if (big5 !== null && (gb === null || !ofGb.test(gb)) && ofBig5.test(big5)) return big5;
  if (gb !== null) return gb;
  // No encoding fits all of it: the one that leaves the least unread, of those that make sense of it.
  const order = [...(named === 'gb18030' || named === 'big5' ? [named] : []), 'utf-8', 'gb18030', 'big5'];
  const texts = order.map((encoding) => decoded(encoding, bytes)).sort((a, b) => damages(a) - damages(b));
  const best = texts.find((text) => ofGb.test(text) || ofBig5.test(text)) ?? texts[0];
  return best !== undefined && isText(best) ? best : null;
}
