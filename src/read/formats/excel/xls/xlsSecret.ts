/**
 * Old workbooks that Excel encrypted with a password of its own, as it does where only the structure is protected: Excel
 * opens them without a question. A password that a person gave is not looked for. Source: [MS-OFFCRYPTO] 2.3.5 and 2.3.6,
 * [MS-XLS] 2.2.10.
 */
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { ArchiveError } from '../../../containers/archive';
import { defaultPassword, sameBytes, joinedBytes, number32, sealed, utf16 } from '../../../containers/excelPassword';
import { BiffStream, records, type BiffRecord } from './biff';

/** Contents of these records are never encrypted. */
const open: ReadonlySet<number> = new Set([records.bof, records.password, 0x0194, 0x0195, 0x00e1, 0x0196, 0x0138]);
/** A new key begins after so many bytes of the stream, heads of records among them. */
const blockLength = 1024;
const fortyBits = 5;

/** The stream of bytes that RC4 makes of a key. */
function* rc4(key: Uint8Array): Generator<number, never> {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number): number => state[index & 0xff] ?? 0;
  const swap = (one: number, other: number): void => {
    const kept = at(one);
    state[one & 0xff] = at(other);
    state[other & 0xff] = kept;
  };
  for (let index = 0, other = 0; index < 256; index += 1) {
    other = (other + at(index) + (key[index % key.length] ?? 0)) & 0xff;
    swap(index, other);
  }
  for (let index = 1, other = 0; ; index += 1) {
    other = (other + at(index)) & 0xff;
    swap(index, other);
    yield at(at(index) + at(other));
  }
}

const deciphered = (bytes: Uint8Array, stream: Generator<number, never>): Uint8Array =>
  bytes.map((byte) => byte ^ stream.next().value);

type KeyOfBlock = (block: number) => Uint8Array;

/** The key of each block by the first way, with MD5; null if the password is another. */
function plainKeys(secret: Uint8Array, password: string): KeyOfBlock | null {
  const salt = secret.subarray(0, 16);
  const start = joinedBytes(md5(utf16(password)).subarray(0, fortyBits), salt);
  const base = md5(joinedBytes(...Array.from({ length: 16 }, () => start))).subarray(0, fortyBits);
  const key: KeyOfBlock = (block) => md5(joinedBytes(base, number32(block)));
  const stream = rc4(key(0));
  const verifier = deciphered(secret.subarray(16, 32), stream);
  return sameBytes(md5(verifier), deciphered(secret.subarray(32, 48), stream)) ? key : null;
}

/** The same by the later way, with SHA-1 and keys of a length that the file names. */
function laterKeys(secret: Uint8Array, password: string): KeyOfBlock | null {
  const view = new DataView(secret.buffer, secret.byteOffset, secret.byteLength);
  const headerLength = view.getUint32(4, true);
  const keyLength = (view.getUint32(8 + 16, true) || 40) / 8;
  const at = 8 + headerLength + 4;
  if (at + 56 > secret.length || keyLength > 16) throw sealed('an unknown way to encrypt');
  const base = sha1(joinedBytes(secret.subarray(at, at + 16), utf16(password)));
  const key: KeyOfBlock = (block) => {
    const short = sha1(joinedBytes(base, number32(block))).subarray(0, keyLength);
    // Keys of forty bits are filled up with zeros.
    return keyLength === fortyBits ? joinedBytes(short, new Uint8Array(16 - fortyBits)) : short;
  };
  const stream = rc4(key(0));
  const verifier = deciphered(secret.subarray(at + 16, at + 32), stream);
  return sameBytes(sha1(verifier), deciphered(secret.subarray(at + 36, at + 56), stream)) ? key : null;
}

function keysOf(stream: BiffStream, { at, end }: BiffRecord): KeyOfBlock {
  const version = end - at < 6 ? 0 : stream.u16(at + 2);
  const secret = stream.bytes.subarray(at + 6, end);
  if (end - at < 54 || stream.u16(at) !== 1) throw sealed('an old way to encrypt');
  const keys = version === 1 ? plainKeys(secret, defaultPassword) : laterKeys(secret, defaultPassword);
  if (keys === null) throw new ArchiveError('encrypted', 'a workbook with a password');
  return keys;
}

/** A workbook stream with what Excel's own password hid. Throws an ArchiveError where that is not enough. */
export function decryptedBook(bytes: Uint8Array): Uint8Array {
  const stream = new BiffStream(bytes);
  let keys: KeyOfBlock | null = null;
  for (const record of stream.from(0)) {
    if (record.type === records.password) keys = keysOf(stream, record);
    if (record.type === records.password || record.type === records.eof) break;
  }
  if (keys === null) return bytes;
  const plain = bytes.slice();
  let block = -1;
  let cipher = rc4(keys(0));
  let position = 0;
  const moveTo = (place: number): void => {
    const wanted = Math.floor(place / blockLength);
    if (wanted !== block) {
      block = wanted;
      cipher = rc4(keys(block));
      position = block * blockLength;
    }
    for (; position < place; position += 1) cipher.next();
  };
  for (const { type, at, end } of stream.from(0)) {
    if (open.has(type)) continue;
    // Where a sheet begins stays readable.
    for (let place = at + (type === records.sheet ? 4 : 0); place < end; place += 1) {
      moveTo(place);
      plain[place] = (bytes[place] ?? 0) ^ cipher.next().value;
      position += 1;
    }
  }
  return plain;
}
