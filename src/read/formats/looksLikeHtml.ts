/** Whether a text is a page, whatever its file is called. */
export const looksLikeHtml = (text: string): boolean =>
  /<(?:!doctype html|html|head|body|table|div|p)\b/iu.test(text.slice(0, 20_000));
