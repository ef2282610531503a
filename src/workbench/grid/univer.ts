/**
 * A Univer that only draws. It has no calculation (the book calculates) and no history of its own (the book undoes); its
 * packages are the sheet editor and what that needs. This module is heavy: it is loaded when the page is there already.
 */
import '@univerjs/preset-sheets-core/lib/index.css';
import {
  CalculationMode,
  UniverDocsPlugin,
  UniverDocsUIPlugin,
  UniverFormulaEnginePlugin,
  UniverRenderEnginePlugin,
  UniverSheetsFormulaPlugin,
  UniverSheetsFormulaUIPlugin,
  UniverSheetsNumfmtPlugin,
  UniverSheetsNumfmtUIPlugin,
  UniverSheetsPlugin,
  UniverSheetsUIPlugin,
  UniverUIPlugin,
} from '@univerjs/preset-sheets-core';
import { LocaleType, LogLevel, ThemeService, Univer, type ILocales } from '@univerjs/core';

export type GridLanguage = 'zh' | 'en';

export const locales: Readonly<Record<GridLanguage, LocaleType>> = { zh: LocaleType.ZH_CN, en: LocaleType.EN_US };

export const loadLocale = async (language: GridLanguage): Promise<ILocales> => {
  const pack =
    language === 'zh'
      ? await import('@univerjs/preset-sheets-core/locales/zh-CN')
      : await import('@univerjs/preset-sheets-core/locales/en-US');
  return { [locales[language]]: pack.default };
};

/** Entries of the grid's menus for things that the book does not keep. */
const hiddenEntries = [
  'sheet.command.add-range-protection-from-context-menu',
  'sheet.command.set-range-protection-from-context-menu',
  'sheet.command.delete-range-protection-from-context-menu',
  'sheet.command.view-sheet-permission-from-context-menu',
  'sheet.command.add-range-protection-from-sheet-bar',
  'sheet.command.delete-worksheet-protection-from-sheet-bar',
  'sheet.command.change-sheet-protection-from-sheet-bar',
  'sheet.command.view-sheet-permission-from-sheet-bar',
  'sheet.contextMenu.permission',
  'sheet.command.paste-col-width',
  'sheet.command.paste-besides-border',
  'sheet.command.set-col-auto-width',
];

/** The page's own green, from the lightest to the darkest. */
const primary = {
  50: '#EFF8F6',
  100: '#E6F2EF',
  200: '#CBE5DE',
  300: '#9FD3C7',
  400: '#4DA795',
  500: '#1F8A78',
  600: '#0B6A5D',
  700: '#095A4F',
  800: '#084A41',
  900: '#063A33',
};

export function createUniver(container: HTMLElement, language: GridLanguage, pack: ILocales): Univer {
  const univer = new Univer({ locale: locales[language], locales: pack, logLevel: LogLevel.ERROR });
  const themes = univer.__getInjector().get(ThemeService);
  themes.setTheme({ ...themes.getCurrentTheme(), primary });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, {
    container,
    header: true,
    toolbar: false,
    disableAutoFocus: true,
    menu: Object.fromEntries(hiddenEntries.map((id) => [id, { hidden: true }])),
  });
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, {
    formulaBar: true,
    footer: { menus: false },
    clipboardConfig: { hidePasteOptions: true },
    disableForceStringAlert: true,
    disableForceStringMark: true,
  });
  univer.registerPlugin(UniverSheetsNumfmtPlugin, { disableTextFormatAlert: true, disableTextFormatMark: true });
  univer.registerPlugin(UniverSheetsNumfmtUIPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.NO_CALCULATION });
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  return univer;
}
