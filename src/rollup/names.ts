/** Names of bodies as they are compared. */

/** Names are the same without spaces, and with brackets and letters of one width. */
export const nameKey = (name: string): string => name.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');

/** Whether two reports may be of one body; a name that one of them lacks decides nothing. */
export function mayBeOne(one: string | null, other: string | null): boolean {
  const keys = [nameKey(one ?? ''), nameKey(other ?? '')];
  return keys[0] === keys[1] || keys.includes('');
}

const withoutBrackets = (key: string): string => key.replace(/\([^()]*\)/gu, '');

const pairsOf = (key: string): Map<string, number> => {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < key.length; at += 1) {
    const pair = key.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
};

/** Characters of the shorter name that must stand at the end of the longer one: 农业农村局 of 云溪县农业农村局. */
const enoughInCommon = 4;
/** From this share of common pairs of characters two names are near. */
const near = 0.6;

/** The place with which a name begins: 云溪 of 云溪县气象局. */
const place = /^(.{1,8}?)(?:省|自治区|州|盟|市|县|旗|区)/u;

/** Whether two names begin with places of which neither can be a slip for the other: two bodies, however alike the rest is. */
function areElsewhere(one: string, other: string): boolean {
  const [own, others] = [place.exec(one), place.exec(other)];
  if (own === null || others === null || one.includes(others[0]) || other.includes(own[0])) return false;
  const stem = new Set(own[1]);
  return ![...(others[1] ?? '')].some((character) => stem.has(character));
}

/** How near two names are, 0 to 1; 0 where they are not near enough to be proposed for each other. */
export function nearness(one: string, other: string): number {
  const [a, b] = [nameKey(one), nameKey(other)];
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  // The same body but for what stands in brackets: of two that differ in it neither is meant more.
  if (withoutBrackets(a) === withoutBrackets(b) && withoutBrackets(a) !== '') return 0.97;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= enoughInCommon && long.endsWith(short)) return 0.95;
  if (areElsewhere(a, b)) return 0;
  const own = pairsOf(a);
  const others = pairsOf(b);
  let common = 0;
  for (const [pair, count] of own) common += Math.min(count, others.get(pair) ?? 0);
  const share = (2 * common) / Math.max(1, a.length + b.length - 2);
  return share >= near ? share : 0;
}
