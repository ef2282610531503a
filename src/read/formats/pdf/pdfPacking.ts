/** Looks at what is packed in a PDF before the library unpacks it: how much comes out is counted, and cut off at limits. */
import { Unzlib } from 'fflate';
import { ArchiveError } from '../../containers/archive';

const packingLimits = {
  /** Bytes that one stream may give. A whole Chinese typeface has some twenty million. */
  stream: 40 * 1024 * 1024,
  /** Bytes that one may give that is neither a typeface nor a picture: what a page draws. */
  plain: 4 * 1024 * 1024,
  /** Bytes that all may give together. */
  total: 200 * 1024 * 1024,
  /** Bytes that all of these may give together. */
  plainTotal: 24 * 1024 * 1024,
  /** Streams in one file. A report of many pages has some hundred. */
  streams: 10_000,
  /** Bytes of a dictionary before its stream that are looked at. */
  dictionary: 2048,
} as const;

const keyword = [...'stream'].map((char) => char.charCodeAt(0));
/** The last letter of `end` in `endstream`. */
const endKeyword = 0x64;
const chunk = 16 * 1024;
const zlib = 0x78;

const textOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** How a dictionary says that its stream is a typeface or a picture. */
const apart = /\/(?:Length1|Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType))\b/u;
/** Ways to pack pictures: of anything else they make far more than it is. */
const forPictures = /\/(?:CCITTFaxDecode|CCF|JBIG2Decode|JPXDecode|DCTDecode|DCT)\b/u;

/** An old way, which only pictures have. */
const ofPictures = /\/(?:RunLengthDecode|RL)\b/u;
/** A character of a name by its code. */
const escaped = /#([\da-f]{2})/giu;

/**
 * Arrays of numbers say at most something of every character of a typeface, which are some 65,000. The library counts from one
 * number of a range of widths to the other, however far that is.
 */
const largestInArray = 1_000_000;
/** Arrays of places in the file, which may be as large as it is. */
const ofPlaces = /\/(?:ByteRange|H|Index|L)\s*$/u;
/** What may stand in an array: brackets, strings, names, comments, numbers, references and words. */
const inArray =
  /(?<open>\[)|(?<close>\])|\((?:[^()\\]|\\[^])*\)|<(?!<)[^<>]*>|<<|>>|%[^\r\n]*|(?<name>\/[^\0\s[\]()<>/%]*)|[+-]?(?<number>\d+)(?:\.\d*)?|[+-]?\.\d+|R|null|true|false|[\0\s]+/uy;

/** Throws an ArchiveError for an array in which a number is far too large. `text`: one character for each byte. */
function checkArrays(text: string): void {
  for (let at = text.indexOf('['); at !== -1; at = text.indexOf('[', inArray.lastIndex)) {
    const places = ofPlaces.test(text.slice(Math.max(0, at - 20), at));
    let depth = 0;
    let named = false;
    inArray.lastIndex = at;
    for (let token = inArray.exec(text); token !== null; token = inArray.exec(text)) {
      const { open, close, name, number } = token.groups ?? {};
      if (open !== undefined) depth += 1;
      if (close !== undefined) depth -= 1;
      // Behind a name stands its value, which is no part of a range.
      if (number !== undefined && !places && !named && Number(number) > largestInArray)
        throw new ArchiveError('unsafe', 'an array of numbers that are too large', 'content');
      if (!/^(?:%|[\0\s])/u.test(token[0])) named = name !== undefined;
      at = inArray.lastIndex;
      if (depth === 0) break;
    }
    inArray.lastIndex = Math.max(inArray.lastIndex, at, 1);
  }
}

/** An object that is a number and nothing else, which an array may refer to. */
const bareNumber = /\bobj\s+\+?(\d+)(?:\.\d*)?\s+endobj/gu;

/** Throws an ArchiveError for such a number that is neither of a typeface nor of a place or length in a file of this size. */
function checkNumbers(text: string): void {
  for (const [, digits] of text.matchAll(bareNumber))
    if (Number(digits) > Math.max(largestInArray, text.length))
      throw new ArchiveError('unsafe', 'a number that is too large', 'content');
}

class Enough extends Error {}

/** Chunks without anything in them after which a stream has ended: behind it stands the rest of the file. */
const idleChunks = 3;

const bytesAsText = new TextDecoder('latin1');

/** Bytes that come out of a packed stream, each part of which is handed to `take`. */
function unpackedLength(bytes: Uint8Array, limit: number, take: (part: Uint8Array) => void): number {
  let length = 0;
  let idle = 0;
  const stream = new Unzlib((part) => {
    length += part.length;
    idle = part.length === 0 ? idle + 1 : 0;
    if (length > limit) throw new Enough();
    take(part);
  });
  try {
    for (let at = 0; at < bytes.length && idle < idleChunks; at += chunk)
      stream.push(bytes.subarray(at, at + chunk), false);
  } catch (error) {
    // What cannot be unpacked further gives no more than it gave.
    if (error instanceof Enough) throw new ArchiveError('unsafe', 'a stream unpacks to too much', 'size');
  }
  return length;
}

/** How a dictionary says that its stream holds objects. */
const ofObjects = /\/ObjStm\b/u;

/** Bytes of the streams of a file. */
export interface Packing {
  /** Of what pages draw and of tables, as they stand in the file. */
  readonly packed: number;
  /** Of all that are packed, once each. */
  readonly unpacked: number;
}

/** Throws an ArchiveError for streams that unpack to too much, or that are packed several times over; for endless arrays. */
export function checkPacking(bytes: Uint8Array): Packing {
  const text = bytesAsText.decode(bytes);
  checkArrays(text);
  checkNumbers(text);
  let total = 0;
  let plainTotal = 0;
  let packed = 0;
  let streams = 0;
  /** Where the stream before begins: its dictionary is not this one's. */
  let before = 0;
  /** Where the next stream ends; -1 where none does. */
  let ending = 0;
  for (let at = bytes.indexOf(keyword[0] ?? 0); at !== -1; at = bytes.indexOf(keyword[0] ?? 0, at + 1)) {
    if (!keyword.every((byte, index) => bytes[at + index] === byte)) continue;
    if (bytes[at - 1] === endKeyword) continue;
    streams += 1;
    if (streams > packingLimits.streams)
      throw new ArchiveError('unsafe', `more than ${packingLimits.streams} streams`, 'count');
    const dictionary = textOf(bytes.subarray(Math.max(before, at - packingLimits.dictionary), at));
    before = at;
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1).replace(escaped, (_, code: string) => {
      return String.fromCharCode(Number.parseInt(code, 16));
    });
    if (/\/(?:LZWDecode|LZW)\b/u.test(own)) throw new ArchiveError('unsafe', 'a stream packed by an old method');
    if ((own.match(/\/(?:FlateDecode|Fl|RunLengthDecode|RL)\b/gu) ?? []).length > 1)
      throw new ArchiveError('unsafe', 'a stream packed several times over');
    const plain = !apart.test(own);
    if (plain && ofPictures.test(own)) throw new ArchiveError('unsafe', 'a stream packed by an old method');
    if (plain && forPictures.test(own)) throw new ArchiveError('unsafe', 'a text packed as a picture is');
    let start = at + keyword.length;
    if (bytes[start] === 0x0d) start += 1;
    if (bytes[start] === 0x0a) start += 1;
    // Behind the last end of a stream none is looked for again.
    if (ending !== -1 && ending < start) ending = text.indexOf('endstream', start);
    if (plain) packed += Math.max(0, ending - start);
    if (((bytes[start] ?? 0) & 0x0f) !== (zlib & 0x0f)) continue;
    // Objects may be packed together in a stream; of others only the length is looked at.
    let objects = '';
    const take = ofObjects.test(own)
      ? (part: Uint8Array): void => void (objects += bytesAsText.decode(part))
      : (): void => undefined;
    const length = unpackedLength(bytes.subarray(start), plain ? packingLimits.plain : packingLimits.stream, take);
    checkArrays(objects);
    total += length;
    if (plain) plainTotal += length;
    if (total > packingLimits.total || plainTotal > packingLimits.plainTotal)
      throw new ArchiveError('unsafe', 'it unpacks to too much', 'size');
  }
  return { packed, unpacked: total };
}
