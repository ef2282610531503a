import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Report } from '../../report/report';
import { pageStyle } from '../../write/html/style';
import { writeHtml } from '../../write/html/html';
import { usePane } from '../context';
import { wordOptions, type WordChoices } from './wordChoices';

const useStyles = makeStyles({
  page: {
    marginTop: '8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
});

/** The style of the page for a page that is no document of its own. */
const ownStyle = `${pageStyle
  .replaceAll(':root{', ':host{')
  .replaceAll('body{', '.page{')
  .replaceAll('main{', '.main{')}\n.page h1{text-wrap:wrap}
.page .hint{margin:0 0 4px;text-indent:0;font-size:.75rem;color:#595959}`;

/**
 * The policy of the pane's page lets no style be read from text, not even in a document that nobody sees: the sheet is left
 * out, and the widths of columns are set one by one. A text of the report holds no `<`.
 */
const withoutStyles = (page: string): string =>
  page.replace(/<style>[^<]*<\/style>/u, '').replaceAll(/<col style="width:([\d.]+%)"/gu, '<col data-width="$1"');

/** Says above each table that is wider than the pane that it can be moved, for as long as it is. Returns what ends that. */
function hintAtWideTables(page: HTMLElement, text: string): () => void {
  const tables = [...page.querySelectorAll<HTMLElement>('.scroll')].map((table) => {
    const hint = document.createElement('p');
    hint.className = 'hint';
    hint.textContent = text;
    hint.hidden = true;
    table.before(hint);
    return { table, hint };
  });
  const observer = new ResizeObserver(() => {
    for (const { table, hint } of tables) hint.hidden = table.scrollWidth <= table.clientWidth;
  });
  for (const { table } of tables) observer.observe(table);
  return () => observer.disconnect();
}

/**
 * The page as it would be published, from the writer itself, apart from the pane's own styles. Not a frame: the policy of
 * the pane's page holds in a frame as well, and forbids the style that the page brings along.
 */
export default function Preview(props: { report: Report; previous: Report | null; choices: WordChoices }) {
  const { report, previous: before, choices } = props;
  const { words } = usePane();
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    const root = current.shadowRoot ?? current.attachShadow({ mode: 'open' });
    const { contact = null, signature = null, previous = null } = wordOptions(choices, report, before);
    const written = writeHtml(report, { contact, signature, previous, charts: previous !== null });
    const page = document.createElement('div');
    page.className = 'page';
    page.lang = 'zh-CN';
    page.append(...new DOMParser().parseFromString(withoutStyles(written), 'text/html').body.childNodes);
    for (const column of page.querySelectorAll<HTMLElement>('col')) {
      column.style.width = column.dataset['width'] ?? '';
    }
    // The page's own landmark would be a second one beside the pane's.
    for (const main of page.querySelectorAll('main')) {
      const plain = document.createElement('div');
      plain.className = 'main';
      plain.append(...main.childNodes);
      main.replaceWith(plain);
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(ownStyle);
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(page);
    return hintAtWideTables(page, words.preview.wide);
  }, [report, before, choices, words]);
  return <div ref={place} className={styles.page} role="region" aria-label={words.preview.title} />;
}
