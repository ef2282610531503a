/** Whether a package is what it says, and what this checkout makes: by its checksums, file by file. */
import { readArguments, type PackageOptions } from './options';
import { filesIn, sha256, sumsName, type Files } from './site';

export interface Verification {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

/** Lines of SHA256SUMS by name. */
function listed(files: Files): Map<string, string> {
  const text = new TextDecoder().decode(files.get(sumsName) ?? new Uint8Array());
  return new Map([...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gmu)].map(([, hash = '', name = '']) => [name, hash]));
}

/** The options that a package was made with. They are read as strictly as those of a command line. */
function optionsOf(files: Files): PackageOptions {
  const given = JSON.parse(new TextDecoder().decode(files.get('package.json') ?? new Uint8Array())) as PackageOptions;
  const framedBy = given.framedBy.flatMap((host) => ['--framed-by', host]);
  const { options } = readArguments(['--origin', given.origin, '--office-js', given.officeJs, ...framedBy]);
  if (options === null) throw new Error('the package does not say what it was made for');
  return options;
}

/** @param make what this checkout makes of the same options */
export async function verifyPackage(
  folder: string,
  make: (options: PackageOptions) => Promise<Files>,
): Promise<Verification> {
  const files = await filesIn(folder);
  const sums = listed(files);
  const lines: string[] = [];
  for (const [name, hash] of sums) {
    const bytes = files.get(name);
    if (bytes === undefined) lines.push(`missing: ${name}`);
    else if (sha256(bytes) !== hash) lines.push(`changed since the checksums were made: ${name}`);
  }
  for (const name of files.keys())
    if (name !== sumsName && !sums.has(name)) lines.push(`not in the checksums: ${name}`);
  const made = await make(optionsOf(files));
  const differing = [...new Set([...files.keys(), ...made.keys()])].filter((name) => {
    const one = files.get(name);
    const other = made.get(name);
    return one === undefined || other === undefined || sha256(one) !== sha256(other);
  });
  for (const name of differing) lines.push(`not what this checkout makes: ${name}`);
  const ok = lines.length === 0 && sums.size > 0;
  if (ok) lines.push(`${sums.size} files: each has its checksum, and each is byte for byte what this checkout makes.`);
  return { ok, lines };
}
