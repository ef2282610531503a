/** Typefaces that show pictures or bars for digits. */
const pictures =
  /^(?:wingdings|webdings|marlett|zapf ?dingbats|bookshelf symbol|ms reference specialty|ms outlook|mt extra|segoe (?:mdl2|fluent)|hololens|idautomation|libre barcode|free 3 of 9)|bar ?code|\bcode ?(?:39|93|128)\b/iu;

/** True for a typeface in which nobody reads digits. */
export const showsPictures = (typeface: string): boolean => pictures.test(typeface);
