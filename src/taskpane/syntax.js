/*
 * The newest syntax that the pane's bundle uses. An engine that does not know it skips this file whole, and `gate.js` sees
 * that nothing was said: trying it by `new Function` is forbidden by the policy of the page.
 */
window.goujiSyntax = class {
  static #one = 1;
  static one = this.#one?.two ?? 1;
}.one;
