/** The task pane. It sees the workbook through `Host` alone. */
import { FluentProvider } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import type { Host } from '../host/host';
import { App, viewsInAdvance, type StartView } from './app';
import { PaneProvider } from './context';
import { Failsafe } from './failsafe';
import { keepPage } from './parts/state/drops';
import { Left } from './parts/state/left';
import { keepFocus, keepKeys } from './parts/state/keys';
import { themeOf } from './parts/theme';
import { wordsOf, type Words } from './words/words';

export { viewsInAdvance };

/** What a ribbon button asks for in the address of the page: `?view=new`, `?view=check`, `?view=county`. */
export function startViewOf(search: string): StartView | null {
  const view = new URLSearchParams(search).get('view');
  return view === 'new' || view === 'check' || view === 'county' ? view : null;
}

/**
 * Draws the pane into an element that fills the page. Returns what takes it away again.
 * @param adapt what is said otherwise where it is not Excel that stands beside it
 */
export async function renderPane(
  host: Host,
  element: HTMLElement,
  view: StartView | null = null,
  adapt: (words: Words) => Words = (words) => words,
): Promise<() => void> {
  const { language } = host;
  const words = adapt(await wordsOf(language));
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = words.product;
  const left = new Left();
  const root = createRoot(element);
  root.render(
    <FluentProvider theme={themeOf(host.darkTheme, language)} style={{ height: '100%' }}>
      <Failsafe words={words}>
        <PaneProvider value={{ host, language, words, left }}>
          <App view={view} />
        </PaneProvider>
      </Failsafe>
    </FluentProvider>,
  );
  const stop = [keepKeys(), keepFocus(element), keepPage()];
  return () => {
    for (const one of stop) one();
    root.unmount();
  };
}
