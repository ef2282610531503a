/** What is made of the bytes of a part is made once, as long as the part is there. See `Archive.readAlike`. */
export function ofBytes<Result extends object>(make: (bytes: Uint8Array) => Result): (bytes: Uint8Array) => Result {
  const known = new WeakMap<Uint8Array, Result>();
  return (bytes) => {
    const found = known.get(bytes);
    if (found !== undefined) return found;
    const made = make(bytes);
    known.set(bytes, made);
    return made;
  };
}
