/** Packages encrypted as Office does it, by Node's own ciphers. [MS-OFFCRYPTO] 2.3.4. */
import { createCipheriv, createHash, createHmac } from 'node:crypto';
import { compoundFile } from './oldFiles';

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

const number32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const hashed = (algorithm: string, ...parts: readonly Uint8Array[]): Buffer =>
  createHash(algorithm).update(Buffer.concat(parts)).digest();

const stretched = (algorithm: string, salt: Uint8Array, password: string, rounds: number): Buffer => {
  let last = hashed(algorithm, salt, utf16(password));
  for (let round = 0; round < rounds; round += 1) last = hashed(algorithm, number32(round), last);
  return last;
};

const filled = (bytes: Uint8Array, length = 16): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((length - (bytes.length % length)) % length)]);

const enciphered = (cipher: string, key: Uint8Array, iv: Uint8Array | null, bytes: Uint8Array): Buffer => {
  const own = createCipheriv(cipher, key, iv).setAutoPadding(false);
  return Buffer.concat([own.update(filled(bytes)), own.final()]);
};

const length64 = (bytes: Uint8Array): Buffer => Buffer.concat([number32(bytes.length), Buffer.alloc(4)]);

/** As Excel 2007: AES-128 block by block, SHA-1. */
export function standardFile(bytes: Uint8Array, password: string): Uint8Array {
  const salt = Buffer.alloc(16, 7);
  const last = hashed('sha1', stretched('sha1', salt, password, 50_000), number32(0));
  const key = hashed('sha1', Buffer.from(filled(last, 64).map((byte) => byte ^ 0x36))).subarray(0, 16);
  const verifier = Buffer.alloc(16, 9);
  const provider = utf16('Microsoft Enhanced RSA and AES Cryptographic Provider\0');
  const head = Buffer.concat([...[0x24, 0, 0x660e, 0x8004, 128, 0x18, 0, 0].map(number32), provider]);
  const sealed = (plain: Uint8Array): Buffer => enciphered('aes-128-ecb', key, null, plain);
  return compoundFile({
    EncryptionInfo: Buffer.concat([
      Buffer.from([4, 0, 2, 0]),
      number32(0x24),
      number32(head.length),
      head,
      number32(16),
      salt,
      sealed(verifier),
      number32(20),
      sealed(hashed('sha1', verifier)),
    ]),
    EncryptedPackage: Buffer.concat([length64(bytes), sealed(bytes)]),
  });
}

/** As Excel 2010 and later: AES-256 in chains, SHA-512. */
export function agileFile(bytes: Uint8Array, password: string, rounds = 2_000): Uint8Array {
  const algorithm = 'sha512';
  const [salt, dataSalt, verifier, key] = [3, 5, 9, 11].map((fill, at) => Buffer.alloc(at === 3 ? 32 : 16, fill)) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const base = stretched(algorithm, salt, password, rounds);
  const locked = (block: string, plain: Uint8Array): string =>
    enciphered('aes-256-cbc', hashed(algorithm, base, Buffer.from(block, 'hex')).subarray(0, 32), salt, plain).toString(
      'base64',
    );
  const segments: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 4096) {
    const start = hashed(algorithm, dataSalt, number32(at / 4096)).subarray(0, 16);
    segments.push(enciphered('aes-256-cbc', key, start, bytes.subarray(at, at + 4096)));
  }
  const secret = Buffer.concat([length64(bytes), ...segments]);
  const guarded = (block: string, plain: Uint8Array): string => {
    const start = hashed(algorithm, dataSalt, Buffer.from(block, 'hex')).subarray(0, 16);
    return enciphered('aes-256-cbc', key, start, plain).toString('base64');
  };
  const guard = Buffer.alloc(64, 13);
  const integrity = `<dataIntegrity encryptedHmacKey="${guarded('5fb2ad010cb9e1f6', guard)}" encryptedHmacValue="${guarded('a0677f02b22c8433', createHmac(algorithm, guard).update(secret).digest())}"/>`;
  const cipher = (own: Buffer): string =>
    `saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="${own.toString('base64')}"`;
  const xml =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${cipher(dataSalt)}/>${integrity}<keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${rounds}" ${cipher(salt)} encryptedVerifierHashInput="${locked('fea7d2763b4b9e79', verifier)}" encryptedVerifierHashValue="${locked('d7aa0f6d3061344e', hashed(algorithm, verifier))}" encryptedKeyValue="${locked('146e0be7abacd0d6', key)}"/></keyEncryptor></keyEncryptors></encryption>`;
  return compoundFile({
    // Blanks behind the description, where the stream would else be filled with zeros.
    EncryptionInfo: Buffer.concat([Buffer.from([4, 0, 4, 0]), number32(0x40), Buffer.from(xml.padEnd(4096))]),
    EncryptedPackage: secret,
  });
}
