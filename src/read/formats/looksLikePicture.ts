/** What files of pictures begin with: JPEG, PNG, GIF, TIFF, BMP, WebP, HEIF. A dot is any character. */
const beginnings = [
  /^\xff\xd8/u,
  /^\x89PNG/u,
  /^GIF8[79]a/u,
  /^(?:II\*\0|MM\0\*)/u,
  /^BM.{4}\0{4}/su,
  /^RIFF.{4}WEBP/su,
  /^.{4}ftyp(?:heic|heix|mif1|msf1|avif)/su,
] as const;

const longest = 12;

/** Whether a file is a picture, by its first bytes: a photograph or a screenshot of a report holds no text. */
export function looksLikePicture(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, longest));
  return beginnings.some((beginning) => beginning.test(start));
}
