import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { ActiveReport, WriteResult } from '../../host/host';
import type { TextSectionId } from '../../report/edition';
import { saysSomething } from '../../report/headings';
import { findingMessage } from '../../rules/words/words';
import { usePane } from '../context';
import { LevelMark } from '../parts/levelMark';
import { Notice } from '../parts/notice';
import { failureText } from '../parts/state/useWrite';
import { outdatedPhrases, phrasesOf, waitingPhrases, type Phrase } from '../parts/phrases';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  above: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: '8px' },
  state: { whiteSpace: 'nowrap' },
  away: { visibility: 'hidden' },
  muted: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  meter: { width: '100%', height: '6px', display: 'block' },
  paragraph: {
    boxSizing: 'border-box',
    width: '100%',
    padding: '6px 8px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    resize: 'vertical',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  finding: { display: 'flex', gap: '6px', alignItems: 'flex-start', fontSize: tokens.fontSizeBase200, margin: '2px 0' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '6px', alignItems: 'center' },
  list: { listStyleType: 'none', margin: '4px 0 0', padding: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  phrase: { justifyContent: 'flex-start', textAlign: 'start', width: '100%', fontWeight: tokens.fontWeightRegular },
  whole: { marginTop: '4px' },
  summary: { cursor: 'pointer', color: tokens.colorNeutralForeground2 },
  last: { margin: '4px 0', overflowWrap: 'anywhere' },
});

/** What was typed goes to the sheet when nothing was typed for so long, in milliseconds. */
const quiet = 1_000;
/** Characters that some offices keep 总体情况 to. */
const usual = 1_000;

const lengthOf = (paragraphs: readonly string[]): number => [...paragraphs.join('').replace(/\s/gu, '')].length;
const asParagraphs = (lines: readonly string[]): string[] =>
  lines.map((line) => line.trim()).filter((line) => line !== '');
const same = (one: readonly string[], other: readonly string[]): boolean => one.join('\n') === other.join('\n');

/** The pane is closed, or the whole window left behind: what was typed does not wait for a pause. `leave`: as of the last rendering. */
function useLeaving(leave: () => void): void {
  const last = useRef(leave);
  useEffect(() => {
    last.current = leave;
  });
  useEffect(() => {
    const left = (): void => last.current();
    document.addEventListener('visibilitychange', left);
    window.addEventListener('pagehide', left);
    return () => {
      document.removeEventListener('visibilitychange', left);
      window.removeEventListener('pagehide', left);
    };
  }, []);
}

/**
 * The paragraphs of a section while they are being edited. The sheet is the truth: what is typed goes there, and what is
 * changed there comes here, unless it was changed in both places, when a person is asked.
 */
function useSection(active: ActiveReport, section: TextSectionId) {
  const { host } = usePane();
  const sheet = active.report.narrative[section];
  const [lines, setLines] = useState<readonly string[]>(sheet);
  const [base, setBase] = useState<readonly string[]>(sheet);
  const [refused, setRefused] = useState<Extract<WriteResult, { ok: false }> | null>(null);
  /** What the sheet held before the last write; what is known of it until it is looked at again. */
  const [outlived, setOutlived] = useState<readonly string[] | null>(null);
  /** Letters stand in the box that an input method is still to make characters of. */
  const [composing, setComposing] = useState(false);
  const dirty = !same(asParagraphs(lines), base);
  if (outlived !== null && !same(sheet, outlived)) setOutlived(null);
  if (outlived === null && !same(sheet, base) && (!dirty || same(asParagraphs(lines), sheet))) {
    setBase(sheet);
    if (!dirty) setLines(sheet);
  }
  const writing = useRef(false);
  const write = async (before: readonly string[], typed: readonly string[]): Promise<void> => {
    const after = asParagraphs(typed);
    if (writing.current || same(before, after)) return;
    writing.current = true;
    try {
      const result = await host.writeText(section, before, after);
      setRefused(result.ok ? null : result);
      if (result.ok) {
        setBase(after);
        setOutlived(before);
      }
    } finally {
      writing.current = false;
    }
  };
  useEffect(() => {
    if (!dirty || refused !== null || composing) return undefined;
    const timer = window.setTimeout(() => void write(base, lines), quiet);
    return () => window.clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a new `write` is made at every rendering
  }, [lines, base, dirty, refused, composing]);
  useLeaving(() => {
    if (dirty && refused === null) void write(base, lines);
  });
  return {
    lines,
    refused,
    /** Typed here and not on the sheet yet. */
    underWay: dirty && refused === null,
    edit: (next: readonly string[]) => setLines(next),
    compose: setComposing,
    /** At once: the paragraph was left, or a sentence was put in. */
    flush: (next: readonly string[] = lines) => {
      // Set again to what it is, it would come back over what the sheet is found to hold meanwhile.
      if (next !== lines) setLines(next);
      if (refused === null) void write(base, next);
    },
    takeTheirs: () => {
      setRefused(null);
      setBase(sheet);
      setLines(sheet);
    },
    takeMine: () => {
      setRefused(null);
      setBase(sheet);
      void write(sheet, lines);
    },
  };
}

type Section = ReturnType<typeof useSection>;

/** What keys and pastes do between paragraphs, and where the caret stands after it. */
function useParagraphKeys(section: Section, lines: readonly string[]) {
  const root = useRef<HTMLElement>(null);
  const focusAt = useRef<{ readonly line: number; readonly caret: number } | null>(null);
  useEffect(() => {
    const to = focusAt.current;
    if (to === null) return;
    focusAt.current = null;
    const box = root.current?.querySelectorAll('textarea')[to.line];
    box?.focus();
    box?.setSelectionRange(to.caret, to.caret);
  });
  const replace = (index: number, ...by: readonly string[]): string[] => [
    ...lines.slice(0, index),
    ...by,
    ...lines.slice(index + 1),
  ];
  return {
    root,
    replace,
    onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>, index: number): void => {
      const { selectionStart: start, selectionEnd: end, value } = event.currentTarget;
      const before = lines[index - 1];
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
        event.preventDefault();
        focusAt.current = { line: index + 1, caret: 0 };
        section.edit(replace(index, value.slice(0, start), value.slice(end)));
      } else if (event.key === 'Backspace' && start === 0 && end === 0 && before !== undefined) {
        event.preventDefault();
        focusAt.current = { line: index - 1, caret: before.length };
        section.edit([...lines.slice(0, index - 1), before + value, ...lines.slice(index + 1)]);
      }
    },
    onPaste: (event: ClipboardEvent<HTMLTextAreaElement>, index: number): void => {
      const text = event.clipboardData.getData('text/plain');
      if (!/[\r\n]/u.test(text)) return;
      event.preventDefault();
      const { selectionStart: start, selectionEnd: end, value } = event.currentTarget;
      const pasted = (value.slice(0, start) + text + value.slice(end)).split(/\r\n|\r|\n/u);
      section.edit(replace(index, ...pasted));
    },
  };
}

/** How long the section is; of 总体情况 also how much of what is usual. */
function Length({ id, lines }: { id: TextSectionId; lines: readonly string[] }) {
  const { words } = usePane();
  const styles = useStyles();
  const say = words.editor;
  const characters = lengthOf(lines);
  return (
    <>
      <div className={styles.muted}>
        {words.text.length(asParagraphs(lines).length, characters)}
        {id === 'overview' && ` · ${say.usual(usual)}`}
      </div>
      {id === 'overview' && (
        <meter
          className={styles.meter}
          min={0}
          max={usual}
          value={Math.min(characters, usual)}
          aria-label={say.meter}
        />
      )}
    </>
  );
}

/** The section was changed here and on the sheet: a person says which holds. */
function Refused({ section, refused }: { section: Section; refused: NonNullable<Section['refused']> }) {
  const { words } = usePane();
  const styles = useStyles();
  const say = words.editor;
  return (
    <Notice
      tone="failed"
      action={
        <span className={styles.row}>
          <Button size="small" onClick={section.takeTheirs}>
            {say.takeTheirs}
          </Button>
          <Button size="small" onClick={section.takeMine}>
            {say.takeMine}
          </Button>
        </span>
      }
    >
      {failureText(refused, words)} {say.bothChanged}
    </Notice>
  );
}

/** Sentences with this report's own figures. `open`: where nothing is written yet, they are at hand from the start. */
function Phrases(props: {
  phrases: readonly Phrase[];
  open: boolean;
  /** There are several paragraphs to put them behind. */
  among: boolean;
  onAdd: (text: string) => void;
}) {
  const { phrases, open, among, onAdd } = props;
  const { words } = usePane();
  const styles = useStyles();
  const say = words.editor;
  const own = phrases.filter(({ fromFigures }) => fromFigures);
  return (
    <details open={open}>
      <summary className={styles.summary} data-part={open ? undefined : true}>
        {say.phrases(phrases.length)}
      </summary>
      {among && <div className={styles.muted}>{say.behind}</div>}
      <ul className={styles.list}>
        {phrases.map((phrase) => (
          <li key={phrase.text}>
            <Button className={styles.phrase} size="small" lang="zh-CN" onClick={() => onAdd(phrase.text)}>
              {phrase.text}
            </Button>
            {!phrase.fromFigures && <div className={styles.muted}>{say.ifTrue}</div>}
          </li>
        ))}
      </ul>
      {own.length > 1 && (
        <Button className={styles.whole} size="small" onClick={() => onAdd(own.map(({ text }) => text).join(''))}>
          {say.allPhrases}
        </Button>
      )}
    </details>
  );
}

/** Last year's text, to be copied paragraph by paragraph. */
function LastYear({ paragraphs, onAdd }: { paragraphs: readonly string[]; onAdd: (text: string) => void }) {
  const say = usePane().words.editor;
  const styles = useStyles();
  return (
    <details>
      <summary className={styles.summary} data-part>
        {say.lastYear(paragraphs.length)}
      </summary>
      {paragraphs.map((text, index) => (
        <div key={index} className={styles.last} lang="zh-CN">
          {text}{' '}
          <Button size="small" aria-label={say.copyOf(index + 1)} onClick={() => onAdd(text)}>
            {say.copy}
          </Button>
        </div>
      ))}
    </details>
  );
}

/** One section, paragraph by paragraph. */
export default function SectionEditor({
  active,
  id,
  title,
}: {
  active: ActiveReport;
  id: TextSectionId;
  title: string;
}) {
  const { language, words } = usePane();
  const styles = useStyles();
  const say = words.editor;
  const section = useSection(active, id);
  const lines = section.lines.length === 0 ? [''] : section.lines;
  const { root, replace, onKeyDown, onPaste } = useParagraphKeys(section, lines);
  const { edition } = active.located;
  const [sheetEmpty] = useState(!saysSomething(section.lines));
  const outdated = outdatedPhrases(edition, {
    figures: active.report.figures,
    narrative: { ...active.report.narrative, [id]: [...lines] },
  }).filter((one) => one.section === id);
  const phrases = phrasesOf(edition, active.report.figures).filter(
    ({ section: of, text }) =>
      of === id && !lines.some((line) => line.includes(text)) && !outdated.some(({ to }) => to === text),
  );
  const waiting = waitingPhrases(edition, active.report.figures, id);
  const findings = active.findings.filter(({ place }) => place !== null);
  const last = active.previous?.narrative[id] ?? [];
  /** Where the caret stood last: a sentence goes beneath its heading, not to the end of the section. */
  const place = useRef<number | null>(null);
  const add = (text: string): void => {
    const end = place.current === null ? lines.length : Math.min(place.current + 1, lines.length);
    const before = asParagraphs(lines.slice(0, end));
    place.current = before.length;
    section.flush([...before, text, ...asParagraphs(lines.slice(end))]);
  };

  return (
    <section ref={root} className={styles.root} data-section={id} aria-label={title}>
      {/* The word has its room always: what comes up above the boxes would move them. */}
      <div className={styles.above}>
        <h2 className={styles.heading} lang="zh-CN">
          {title}
        </h2>
        <span className={mergeClasses(styles.muted, styles.state, !section.underWay && styles.away)}>
          {say.underWay}
        </span>
      </div>
      <Length id={id} lines={lines} />
      {section.refused !== null && <Refused section={section} refused={section.refused} />}
      {lines.map((line, index) => (
        <div key={index}>
          <textarea
            className={styles.paragraph}
            lang="zh-CN"
            aria-label={say.paragraph(title, index + 1)}
            rows={Math.max(2, Math.ceil(line.length / 20))}
            value={line}
            spellCheck={false}
            onChange={(event) => section.edit(replace(index, event.target.value))}
            onKeyDown={(event) => onKeyDown(event, index)}
            onPaste={(event) => onPaste(event, index)}
            onFocus={() => (place.current = index)}
            onCompositionStart={() => section.compose(true)}
            onCompositionEnd={() => section.compose(false)}
            onBlur={() => {
              section.compose(false);
              section.flush();
            }}
          />
          {outdated
            .filter((one) => one.paragraph === index)
            .map((one) => (
              <Notice
                key={one.from}
                tone="warning"
                action={
                  <Button size="small" onClick={() => section.flush(replace(index, line.replace(one.from, one.to)))}>
                    {say.update}
                  </Button>
                }
              >
                {say.outdated(one.to)}
              </Notice>
            ))}
          {findings
            .filter(({ place }) => place !== null && line.includes(place))
            .map((finding, at) => (
              <div key={at} className={styles.finding}>
                <LevelMark level={finding.level} />
                <span>{findingMessage(finding, edition, language)}</span>
              </div>
            ))}
        </div>
      ))}
      {phrases.length > 0 && <Phrases phrases={phrases} open={sheetEmpty} among={lines.length > 1} onAdd={add} />}
      {waiting > 0 && <div className={styles.muted}>{say.waiting(waiting, phrases.length > 0)}</div>}
      {last.length > 0 && <LastYear paragraphs={last} onAdd={add} />}
    </section>
  );
}
