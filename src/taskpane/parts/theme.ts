import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { Language } from '../../report/language';

const chinese = "'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans SC', 'Noto Sans CJK SC'";
const latin = "'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans'";

/**
 * The face of the language first, for its quotation marks stand in both; a Chinese one before the generic, or Windows
 * draws Chinese in a Japanese or Korean face.
 */
const faces: Readonly<Record<Language, string>> = {
  zh: `${chinese}, ${latin}, sans-serif`,
  en: `${latin}, ${chinese}, sans-serif`,
};

/** Excel on the web does not tell its theme: then light, since the system's own setting says nothing about Excel. */
export const themeOf = (isDark: boolean | null | undefined, language: Language): Theme => ({
  ...(isDark === true ? webDarkTheme : webLightTheme),
  fontFamilyBase: faces[language],
});

/**
 * A pane that is hardly higher than its own bars, as at 200 %: nothing stays in place there, and the whole scrolls. In the form
 * that styles want.
 */
export const lowPane = '@media (max-height: 420px)';
