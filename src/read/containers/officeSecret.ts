/**
 * Files that Excel encrypted with a password of its own, as it does where only the structure of a workbook is protected or
 * where it is read-only: Excel opens them without a question. A password that a person gave is not looked for. Source:
 * [MS-OFFCRYPTO] 2.3.4, standard and agile encryption.
 */
import { cbc, ecb } from '@noble/ciphers/aes.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { ArchiveError } from './archive';
import type { Compound } from './compound';
import { defaultPassword, sameBytes, joinedBytes, number32, sealed, utf16 } from './excelPassword';

/** Rounds that Office asks for are 50,000 and 100,000; a file that asks for millions would stop the reader for a minute. */
const mostRounds = 200_000;
const standardRounds = 50_000;
/** Bytes of the package that share one start of the chain. */
const segment = 4096;

type Hash = (message: Uint8Array) => Uint8Array;
const hashes: Readonly<Record<string, Hash | undefined>> = {
  SHA1: sha1,
  SHA256: sha256,
  SHA384: sha384,
  SHA512: sha512,
};

/** So many bytes: cut, or filled up. */
const sized = (bytes: Uint8Array, length: number, fill = 0x36): Uint8Array =>
  bytes.length >= length
    ? bytes.subarray(0, length)
    : joinedBytes(bytes, new Uint8Array(length - bytes.length).fill(fill));

/** The password with its salt, hashed many times over. */
function stretched(hash: Hash, salt: Uint8Array, rounds: number): Uint8Array {
  let last = hash(joinedBytes(salt, utf16(defaultPassword)));
  for (let round = 0; round < rounds; round += 1) last = hash(joinedBytes(number32(round), last));
  return last;
}

const whole = (bytes: Uint8Array): Uint8Array => {
  if (bytes.length === 0 || bytes.length % 16 !== 0) throw sealed('not whole blocks');
  return bytes;
};

/** What the package says of its length, and what is left of it. */
function measured(secret: Uint8Array): { readonly size: number; readonly body: Uint8Array } {
  if (secret.length < 8) throw sealed('no length');
  const view = new DataView(secret.buffer, secret.byteOffset);
  const size = view.getUint32(0, true);
  if (view.getUint32(4, true) !== 0 || size > secret.length) throw sealed('a length beyond its end');
  const rest = secret.subarray(8);
  return { size, body: rest.subarray(0, rest.length - (rest.length % 16)) };
}

/** AES in single blocks with SHA-1, as Excel 2007 writes it. */
function byStandard(info: Uint8Array, secret: Uint8Array): Uint8Array {
  const view = new DataView(info.buffer, info.byteOffset, info.byteLength);
  const headLength = view.getUint32(8, true);
  const keyLength = view.getUint32(28, true) / 8;
  const at = 12 + headLength;
  const isAes = [0x660e, 0x660f, 0x6610].includes(view.getUint32(20, true));
  if (!isAes || ![16, 24, 32].includes(keyLength) || view.getUint32(at, true) !== 16) throw sealed('an unknown cipher');
  const salt = info.subarray(at + 4, at + 20);
  const last = sha1(joinedBytes(stretched(sha1, salt, standardRounds), number32(0)));
  const derived = (pad: number): Uint8Array => sha1(sized(last, 64, 0).map((byte) => byte ^ pad));
  const key = joinedBytes(derived(0x36), derived(0x5c)).subarray(0, keyLength);
  const plainly = (bytes: Uint8Array): Uint8Array => ecb(key, { disablePadding: true }).decrypt(whole(bytes));
  const verifier = plainly(info.subarray(at + 20, at + 36));
  const expected = plainly(info.subarray(at + 40, at + 72)).subarray(0, 20);
  if (!sameBytes(sha1(verifier), expected)) throw new ArchiveError('encrypted', 'a password of somebody');
  const { size, body } = measured(secret);
  return plainly(body).subarray(0, size);
}

/** What an element of the description says, by the names of its attributes. */
function attributesOf(xml: string, element: RegExp): ReadonlyMap<string, string> {
  const [found = ''] = element.exec(xml) ?? [];
  return new Map([...found.matchAll(/([A-Za-z]+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, value]));
}

const blockKeys = {
  verifier: [0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79],
  verifierHash: [0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e],
  key: [0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6],
} as const;

/** The parameters of one of the two ciphers of an agile description. */
function cipherOf(attributes: ReadonlyMap<string, string>): {
  readonly hash: Hash;
  readonly hashLength: number;
  readonly keyLength: number;
  readonly salt: Uint8Array;
} {
  const hash = hashes[(attributes.get('hashAlgorithm') ?? '').replace('-', '')];
  const keyLength = Number(attributes.get('keyBits')) / 8;
  const known = attributes.get('cipherAlgorithm') === 'AES' && attributes.get('cipherChaining') === 'ChainingModeCBC';
  if (hash === undefined || !known || ![16, 24, 32].includes(keyLength)) throw sealed('an unknown cipher');
  return { hash, hashLength: Number(attributes.get('hashSize')), keyLength, salt: base64(attributes.get('saltValue')) };
}

function base64(text = ''): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    throw sealed('no base64');
  }
}

/** AES in chains, with the hash that the file names, as Excel 2010 and later write it. */
function byAgile(info: Uint8Array, secret: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(info.subarray(8));
  const outer = cipherOf(attributesOf(xml, /<(?:\w+:)?keyData\b[^>]*>/u));
  const locked = attributesOf(xml, /<(?:\w+:)?encryptedKey\b[^>]*>/u);
  const inner = cipherOf(locked);
  const rounds = Number(locked.get('spinCount'));
  if (!Number.isInteger(rounds) || rounds < 0 || rounds > mostRounds) throw sealed('too many rounds');
  const base = stretched(inner.hash, inner.salt, rounds);
  const opened = (name: string, block: readonly number[]): Uint8Array => {
    const key = sized(inner.hash(joinedBytes(base, Uint8Array.from(block))), inner.keyLength);
    return cbc(key, sized(inner.salt, 16), { disablePadding: true }).decrypt(whole(base64(locked.get(name))));
  };
  const verifier = opened('encryptedVerifierHashInput', blockKeys.verifier).subarray(0, inner.salt.length);
  const expected = opened('encryptedVerifierHashValue', blockKeys.verifierHash).subarray(0, inner.hashLength);
  if (!sameBytes(inner.hash(verifier), expected)) throw new ArchiveError('encrypted', 'a password of somebody');
  const key = opened('encryptedKeyValue', blockKeys.key).subarray(0, outer.keyLength);
  const { size, body } = measured(secret);
  const plain = new Uint8Array(body.length);
  for (let at = 0; at < body.length; at += segment) {
    const start = sized(outer.hash(joinedBytes(outer.salt, number32(at / segment))), 16);
    plain.set(cbc(key, start, { disablePadding: true }).decrypt(body.subarray(at, at + segment)), at);
  }
  return plain.subarray(0, size);
}

/**
 * The package that a compound file holds encrypted.
 * @throws ArchiveError `encrypted` where the password is not the one that Excel tries by itself, `sealed` where nobody can
 * tell: the way to encrypt is none of the two that Office writes
 */
export function unsealed(compound: Compound): Uint8Array {
  const part = (name: string): Uint8Array => {
    const bytes = compound.read(name);
    if (bytes === null) throw sealed(`no ${name}`);
    return bytes;
  };
  const secret = part('encryptedpackage');
  const info = part('encryptioninfo');
  if (info.length < 8) throw sealed('no description');
  const [major, minor] = [(info[0] ?? 0) | ((info[1] ?? 0) << 8), (info[2] ?? 0) | ((info[3] ?? 0) << 8)];
  try {
    if (major === 4 && minor === 4) return byAgile(info, secret);
    if (minor === 2 && major >= 2 && major <= 4) return byStandard(info, secret);
  } catch (error) {
    // Shorter than it says.
    if (error instanceof RangeError) throw sealed('cut off');
    throw error;
  }
  throw sealed('an unknown way to encrypt');
}
