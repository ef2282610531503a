/** RFC 4180 as records by column name. */
export function csvRows(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  const body = text.replace(/^\uFEFF/, '');
  const end = (): void => {
    rows.at(-1)?.push(field);
    field = '';
  };
  for (let at = 0; at < body.length; at += 1) {
    const char = body[at] ?? '';
    if (quoted) {
      if (char !== '"') field += char;
      else if (body[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',') end();
    else if (char === '\r' && body[at + 1] === '\n') {
      end();
      rows.push([]);
      at += 1;
    } else field += char;
  }
  if (quoted || field !== '' || rows.pop()?.length !== 0) throw new Error('not RFC 4180');
  const [header = [], ...records] = rows;
  return records.map((record) => {
    if (record.length !== header.length) throw new Error('a record of another length');
    return Object.fromEntries(header.map((name, index) => [name, record[index] ?? '']));
  });
}
