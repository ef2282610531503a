/** Run before any page: Excel on the desktop tells an add-in its theme, Excel on the web does not; here a page is born with one. */
export const darkTheme = `
  Object.defineProperty(Object.prototype, '_officeTheme', {
    configurable: true,
    get: () => ({ isDarkTheme: true }),
    set() {},
  });`;
