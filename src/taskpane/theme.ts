import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

/** Chinese faces stand before the generic one, or Windows draws Chinese in a Japanese or Korean face. */
const fontFamilyBase =
  "'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";

const light: Theme = { ...webLightTheme, fontFamilyBase };
const dark: Theme = { ...webDarkTheme, fontFamilyBase };

/** Excel on the web does not tell its theme: then light, since the system's own setting says nothing about Excel. */
export const themeOf = (isDark: boolean | null | undefined): Theme => (isDark === true ? dark : light);
