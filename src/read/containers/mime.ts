/**
 * The parts of a saved message or web archive (.mht, and what portals export as .xls or .doc). Its text is looked at as
 * bytes, since each part has an encoding of its own. Sources: RFC 2045, 2046, 2557.
 */
import { ArchiveError } from './archive';

export interface MimePart {
  /** In small letters: text/html. */
  readonly type: string;
  /** As its header names it; null where it names none. */
  readonly charset: string | null;
  readonly id: string;
  readonly location: string;
  /** Unpacked only when it is asked for. */
  readonly bytes: () => Uint8Array;
}

export interface MimeMessage {
  readonly parts: readonly MimePart[];
  /** The part that the message names as the one to begin with. */
  readonly start: string | null;
}

const mostParts = 2000;
const deepest = 8;
const headLength = 4000;
/** Characters of a header that are looked at. */
const longestHeader = 64 * 1024;
const slice = 8192;

/** Every byte as a character of its own. */
function latin(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += slice) pieces.push(String.fromCharCode(...bytes.subarray(at, at + slice)));
  return pieces.join('');
}

/** A message begins with lines of its header, and says that it is one. */
export function looksLikeMime(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, headLength);
  // Hardly a file is one, and what it begins with mostly shows that already.
  const first = start.find((byte) => byte > 0x20) ?? 0;
  if (!/[A-Za-z]/u.test(String.fromCharCode(first))) return false;
  const head = latin(start).trimStart();
  return (
    /^[A-Za-z][\w-]*:/u.test(head) &&
    /^(?:mime-version|content-type)[ \t]*:/imu.test(head.split(/\r?\n\r?\n/u, 1)[0] ?? '')
  );
}

type Header = ReadonlyMap<string, string>;

function headerOf(text: string): Header {
  const lines = text
    .slice(0, longestHeader)
    .replace(/\r?\n[ \t]+/gu, ' ')
    .split(/\r?\n/u);
  const header = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) header.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return header;
}

function parameter(value: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'iu').exec(value);
  return found?.[1] ?? found?.[2] ?? null;
}

const hex = (code: number): number =>
  code >= 48 && code <= 57
    ? code - 48
    : code >= 65 && code <= 70
      ? code - 55
      : code >= 97 && code <= 102
        ? code - 87
        : -1;

/** Quoted-printable. What is no escape stays as it is, as mail programs read it. */
function quotedPrintable(text: string): Uint8Array {
  const out = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== '=') {
      out[length] = text.charCodeAt(at);
      length += 1;
      continue;
    }
    // The line goes on: nothing stands for its end.
    let end = at + 1;
    while (text[end] === ' ' || text[end] === '\t') end += 1;
    if (text[end] === '\r' && text[end + 1] === '\n') end += 1;
    if (text[end] === '\n' || text[end] === '\r') {
      at = end;
      continue;
    }
    const high = hex(text.charCodeAt(at + 1));
    const low = hex(text.charCodeAt(at + 2));
    if (high === -1 || low === -1) out[length] = text.charCodeAt(at);
    else {
      out[length] = high * 16 + low;
      at += 2;
    }
    length += 1;
  }
  return out.subarray(0, length);
}

/** Base64 as it stands in files, whatever else is between its letters. */
export function base64(text: string): Uint8Array {
  const letters = text.replace(/[^A-Za-z0-9+/]/gu, '');
  const whole = atob(letters.length % 4 === 1 ? letters.slice(0, -1) : letters);
  return plain(whole);
}

/** Every character as a byte. */
function plain(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

function bytesOf(encoding: string, body: string): Uint8Array {
  if (encoding === 'quoted-printable') return quotedPrintable(body);
  return encoding === 'base64' ? base64(body) : plain(body);
}

/** Throws an ArchiveError for a message of more parts than any document has. */
export function openMime(bytes: Uint8Array): MimeMessage {
  const parts: MimePart[] = [];
  let start: string | null = null;
  const open = (text: string, depth: number): void => {
    const own = text.replace(/^\s+/u, '');
    const blank = /\r?\n\r?\n/u.exec(own);
    const header = headerOf(blank === null ? own : own.slice(0, blank.index));
    const body = blank === null ? '' : own.slice(blank.index + blank[0].length);
    const type = header.get('content-type') ?? 'text/plain';
    const boundary = /^multipart\//iu.test(type) ? parameter(type, 'boundary') : null;
    if (boundary !== null && depth < deepest) {
      if (depth === 0) start = parameter(type, 'start');
      const mark = `--${boundary}`;
      let from = -1;
      for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) {
        // Only at the start of a line: a longer boundary of an inner part may begin with this one.
        if (at > 0 && body[at - 1] !== '\n') continue;
        const after = body.slice(at + mark.length, at + mark.length + 2);
        if (!/^(?:--|\s|$)/u.test(after)) continue;
        if (from !== -1) open(body.slice(from, at), depth + 1);
        from = at + mark.length;
        if (after === '--') return;
      }
      // A file that was cut has no end of its last part.
      if (from !== -1) open(body.slice(from), depth + 1);
      return;
    }
    if (parts.length >= mostParts) throw new ArchiveError('unsafe', `more than ${mostParts} parts`, 'count');
    const encoding = header.get('content-transfer-encoding')?.toLowerCase() ?? '';
    parts.push({
      type: type.split(';', 1)[0]?.trim().toLowerCase() ?? '',
      charset: parameter(type, 'charset'),
      id: header.get('content-id') ?? '',
      location: header.get('content-location') ?? '',
      bytes: () => bytesOf(encoding, body),
    });
  };
  open(latin(bytes), 0);
  return { parts, start };
}
