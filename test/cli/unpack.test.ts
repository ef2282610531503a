import fc from 'fast-check';
import { deflateSync, inflateSync } from 'fflate';
import { expect, test } from 'vitest';
import { unpackingInNode } from '../../src/cli/reading/unpack';
import { crcOf, type Unpacker } from '../../src/read/containers/archive';

const unpackInNode = unpackingInNode.unpack;
const byLibrary: Unpacker = (packed, most) => inflateSync(packed, { out: new Uint8Array(most) });

const told = (unpack: Unpacker, packed: Uint8Array, most: number): unknown => {
  try {
    const whole = unpack(packed, most);
    return whole.length < most ? [...whole] : 'too much';
  } catch (error) {
    return error instanceof RangeError ? 'too much' : 'broken';
  }
};

test('Node unpacks what the library unpacks, and refuses what gives more than it may', () => {
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.nat(5_000).map((length) => new Uint8Array(length)),
  );
  fc.assert(
    fc.property(content, fc.integer({ min: -2, max: 2 }), fc.nat(), (bytes, beyond, cut) => {
      const packed = deflateSync(bytes);
      expect(unpackingInNode.crc(bytes)).toBe(crcOf(bytes));
      const most = Math.max(1, bytes.length + beyond);
      expect(told(unpackInNode, packed, most)).toEqual(told(byLibrary, packed, most));
      expect(told(unpackInNode, packed.subarray(0, cut % packed.length), bytes.length + 1)).toBe('broken');
    }),
  );
});
