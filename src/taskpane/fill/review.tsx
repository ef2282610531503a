import { Button, Checkbox, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { dateText, signatureOf } from '../../report/closing';
import { type FigureId, figuresOf } from '../../report/figures';
import { cellName } from '../../rules/words/names';
import { type AmountUnitMark, amountUnitWords } from '../../report/sheet/sheet';
import { placeText } from '../../read/places';
import { againstSheet } from '../../host/against';
import type { ActiveReport, Candidate } from '../../host/host';
import { carriedFigures, nextYearRequest } from '../../host/nextYear';
import { doubtMessage } from '../../read/words/words';
import type { Reading } from '../../read/reading';
import { usePane } from '../context';
import {
  correctedIn,
  type Draft,
  draftReport,
  isComplete,
  openBlanks,
  typedFigure,
  parseYear,
  readSummary,
  sectionSummaries,
  shownFigure,
  startDraft,
} from './draft';
import { AgainstSheet, countOf, useTaking } from './against';
import { FigureGrid, figureInput } from './figureGrid';
import { insertBeside } from '../parts/beside';
import { useLeaving } from '../parts/asking/leaving';
import { lowPane } from '../parts/theme';
import { Notice } from '../parts/notice';
import { useWrite } from '../parts/state/useWrite';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  pair: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 76px', gap: '8px' },
  narrow: { minWidth: 0, '& input': { minWidth: 0, width: '100%' } },
  summary: { display: 'flex', flexWrap: 'wrap', gap: '2px 12px', color: tokens.colorNeutralForeground2 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  doubts: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  doubt: {
    padding: '6px 10px',
    borderLeft: `4px solid ${tokens.colorStatusWarningForeground3}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderRadius: tokens.borderRadiusMedium,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  link: {
    padding: 0,
    border: 'none',
    background: 'none',
    color: tokens.colorBrandForegroundLink,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    textDecorationLine: 'underline',
  },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '6px' },
  sections: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '2px' },
  section: { display: 'flex', gap: '8px', justifyContent: 'space-between' },
  foot: {
    position: 'sticky',
    bottom: '-12px',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: '0 -12px -12px',
    padding: '8px 12px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    [lowPane]: { position: 'static' },
  },
  source: {
    minHeight: '32px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  /** All three stand in one line of a narrow pane. */
  short: { minWidth: 'auto' },
  /** Seen by those alone who come by keys. */
  skip: {
    ':not(:focus)': {
      position: 'absolute',
      width: '1px',
      minWidth: 0,
      height: '1px',
      padding: 0,
      clipPath: 'inset(50%)',
    },
  },
  muted: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const unitMarks = Object.keys(amountUnitWords) as readonly AmountUnitMark[];

interface Drafting {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

function Heading({ draft, onDraft }: Drafting) {
  const { words } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.pair}>
      <Field label={words.newReport.unit} className={styles.narrow}>
        <Input
          className={styles.narrow}
          value={draft.unit}
          maxLength={100}
          onChange={(_, data) => onDraft({ ...draft, unit: data.value })}
        />
      </Field>
      <Field
        label={words.newReport.year}
        className={styles.narrow}
        validationState={parseYear(draft.year) === undefined ? 'error' : 'none'}
      >
        <Input
          className={styles.narrow}
          value={draft.year}
          inputMode="numeric"
          maxLength={6}
          onChange={(_, data) => onDraft({ ...draft, year: data.value })}
        />
      </Field>
    </div>
  );
}

function Doubts({ reading, onShow }: { reading: Reading; onShow: (id: FigureId) => void }) {
  const { language, words } = usePane();
  const styles = useStyles();
  const say = words.importing;
  const { doubts, edition } = reading;
  return (
    <ul className={styles.doubts} aria-label={say.doubts(doubts.length)}>
      {doubts.map((doubt, index) => {
        const first = doubt.figures[0];
        return (
          <li key={index} className={styles.doubt}>
            <div>{doubtMessage(doubt, edition, language)}</div>
            {first !== undefined && (
              <button type="button" className={styles.link} onClick={() => onShow(first)}>
                {say.toCells(doubt.figures.length)}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The units of amounts that the form prints none for. */
function AmountUnits({ reading, draft, onDraft }: Drafting & { reading: Reading }) {
  const say = usePane().words.importing;
  const { edition, report } = reading;
  const unprinted = figuresOf(edition).filter(({ id, unit }) => unit === 'unprinted' && shownFigure(draft, id) !== '');
  return unprinted.map((figure) => (
    <Field key={figure.id} label={`${cellName(edition, figure.id)} ${say.amountUnit}`}>
      <RadioGroup
        layout="horizontal"
        value={draft.units.get(figure.id) ?? report.units[figure.id] ?? 'unknown'}
        onChange={(_, data) => {
          const unit = unitMarks.find((mark) => mark === data.value);
          if (unit !== undefined) onDraft({ ...draft, units: new Map([...draft.units, [figure.id, unit]]) });
        }}
      >
        {unitMarks.map((mark) => (
          <Radio key={mark} value={mark} label={amountUnitWords[mark]} />
        ))}
      </RadioGroup>
    </Field>
  ));
}

function TextSections({ reading }: { reading: Reading }) {
  const say = usePane().words.importing;
  const styles = useStyles();
  const signature = signatureOf(reading.report);
  return (
    <>
      <h3 className={styles.heading}>{say.sections}</h3>
      <ul className={styles.sections}>
        {sectionSummaries(reading.edition, reading.report.narrative).map((section) => (
          <li key={section.title} className={styles.section}>
            <span lang="zh-CN">{section.title}</span>
            <span className={styles.muted}>
              {section.paragraphs.length === 0
                ? say.sectionMissing
                : say.sectionLength(section.paragraphs.length, section.characters)}
            </span>
          </li>
        ))}
        {signature !== null && (
          <li className={styles.section}>
            <span>{say.closing}</span>
            <span className={styles.muted} lang="zh-CN">
              {[signature.unit, ...(signature.date === null ? [] : [dateText(signature.date)])].join('　')}
            </span>
          </li>
        )}
      </ul>
    </>
  );
}

/** Where a figure was read from, and what became of it since. */
function useSourceLine({ edition, sources }: Reading, draft: Draft): (id: FigureId) => string {
  const { language, words } = usePane();
  const say = words.importing;
  return (id) => {
    const name = cellName(edition, id);
    const typed = draft.typed.get(id);
    const source = sources.get(id);
    const place = source === undefined ? '' : placeText(source.place, edition, language);
    // Exported data say no place; what they hold was read all the same.
    const unplaced = shownFigure(draft, id) === '' ? `　${say.notRead}` : '';
    const from =
      source === undefined ? unplaced : `　${source.text === '' ? say.fromPlace(place) : say.from(place, source.text)}`;
    if (typed === undefined && draft.blankIsZero && draft.blanks.has(id)) return `${name}　${say.blankAsZero}`;
    if (typed !== undefined && typedFigure(typed) === undefined) return `${name}　${say.notANumber}`;
    return typed === undefined ? `${name}${from}` : `${name}　${say.edited}${from}`;
  };
}

/** Tells what was written; `filled` is the report to do next with. */
type Done = (message: string, filled: { unit: string; year: number | null }) => void;

/** Writes the report to its sheets, and begins the one of the year after where that was asked for. */
function useFilling(draft: Draft, candidates: readonly Candidate[], onDone: Done) {
  const { host, words } = usePane();
  const write = useWrite();
  const say = words.importing;
  const { edition, beside } = draft.reading;
  const fill = async (andBegin: boolean): Promise<void> => {
    const report = draftReport(draft);
    const result = await write.run(
      () =>
        insertBeside(
          host,
          {
            edition,
            year: report.year,
            unit: report.unit.name,
            totals: 'typed',
            report,
            ...(beside === undefined ? {} : { beside }),
          },
          candidates,
        ),
      say.done,
    );
    if (!result.ok) return;
    const next = andBegin ? nextYearRequest(report) : null;
    if (next === null) {
      onDone(say.done(result.sheet), { unit: report.unit.name ?? '', year: report.year });
      return;
    }
    const made = await write.run(() => insertBeside(host, next, candidates), say.done);
    if (made.ok)
      onDone(say.begun(result.sheet, made.sheet, carriedFigures(next.edition, report).size > 0), {
        unit: '',
        year: null,
      });
    // Last year's is there all the same; the home offers to begin this year's, and says there what is in its way.
    else onDone(say.done(result.sheet), { unit: report.unit.name ?? '', year: report.year });
  };
  return { fill, write };
}

/** Where to go from the review; asked first where something was corrected that stands nowhere else. */
function Leaving({ draft, onAgain, onBack }: { draft: Draft; onAgain: () => void; onBack: () => void }) {
  const { words } = usePane();
  const styles = useStyles();
  const say = words.importing;
  const corrected = correctedIn(draft);
  const { leave, question } = useLeaving(
    corrected === 0 ? null : { title: say.leaveTitle, ask: say.leaveAsk(corrected) },
  );
  return (
    <>
      <Button onClick={() => leave(onAgain)}>{say.again}</Button>
      <Button className={styles.short} onClick={() => leave(onBack)}>
        {words.back}
      </Button>
      {question}
    </>
  );
}

interface ReviewProps {
  /** What stands on the sheets now: it may be this report. */
  readonly active: ActiveReport | null;
  readonly candidates: readonly Candidate[];
  readonly reading: Reading;
  readonly several: boolean;
  /** Begins the report of the year after with it. */
  readonly begins: (year: number) => boolean;
  /** The year that a report is due for, where one of this year is not the one before it. */
  readonly otherYear: (year: number) => number | null;
  readonly onDone: Done;
  readonly onOther: () => void;
  readonly onAgain: () => void;
  /** Leaves the import: nothing was written. */
  readonly onBack: () => void;
}

/** What was read, doubts first, to be put right before anything is written. */
export function Review(props: ReviewProps) {
  const { reading } = props;
  const { edition, doubts, beside } = reading;
  const { words } = usePane();
  const styles = useStyles();
  const say = words.importing;
  const root = useRef<HTMLDivElement>(null);
  const actions = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<Draft>(() => startDraft(reading));
  const [focused, setFocused] = useState<FigureId | null>(null);
  const [onlyOpen, setOnlyOpen] = useState(false);
  const sourceLine = useSourceLine(reading, draft);
  const { fill, write } = useFilling(draft, props.candidates, props.onDone);
  const summary = readSummary(draft);
  const year = parseYear(draft.year) ?? null;
  const against = props.active === null ? null : againstSheet(props.active, draftReport(draft));
  const { taking, take } = useTaking(write, (message) => props.onDone(message, { unit: '', year: null }));
  const begins = against === null && year !== null && props.begins(year);
  const due = year === null ? null : props.otherYear(year);

  const show = (id: FigureId): void => {
    const input = root.current?.querySelector<HTMLElement>(`[name="${CSS.escape(figureInput(id))}"]`);
    input?.closest('details')?.setAttribute('open', '');
    input?.scrollIntoView({ block: 'center' });
    input?.focus({ preventScroll: true });
  };

  return (
    <div ref={root} className={styles.root}>
      <Notice tone="plain">{say.notWritten}</Notice>
      {beside !== undefined && <Notice tone="warning">{say.beside(beside)}</Notice>}
      <Heading draft={draft} onDraft={setDraft} />
      {year !== null && due !== null && <Notice tone="warning">{say.otherYear(year, due)}</Notice>}
      <AgainstSheet against={against} edition={edition} sheet={props.active?.candidate.sheet ?? ''} />
      <div className={styles.summary}>
        <span>{words.editionName(edition.id)}</span>
        <span>{say.figuresRead(summary.read, summary.total)}</span>
        <span>{doubts.length === 0 ? say.noDoubts : say.doubts(doubts.length)}</span>
      </div>
      {doubts.length > 0 && <Doubts reading={reading} onShow={show} />}
      {draft.blanks.size > 0 && (
        <Field hint={say.blankIsZeroHint}>
          <Checkbox
            label={say.blankIsZero(openBlanks(draft).length)}
            checked={draft.blankIsZero}
            onChange={(_, data) => setDraft({ ...draft, blankIsZero: data.checked === true })}
          />
        </Field>
      )}
      <AmountUnits reading={reading} draft={draft} onDraft={setDraft} />
      <div>
        <div className={styles.tools}>
          <h3 className={styles.heading}>{say.figures}</h3>
          <Button size="small" appearance="subtle" onClick={() => setOnlyOpen(!onlyOpen)}>
            {onlyOpen ? say.allRows : say.onlyDoubts}
          </Button>
          {/* Two hundred figures lie between here and the buttons. */}
          <Button
            className={styles.skip}
            size="small"
            onClick={() => actions.current?.querySelector('button')?.focus()}
          >
            {say.skipFigures}
          </Button>
        </div>
        <FigureGrid
          draft={draft}
          onlyOpen={onlyOpen}
          onFocus={setFocused}
          onType={(id, typed) => setDraft({ ...draft, typed: new Map([...draft.typed, [id, typed]]) })}
        />
      </div>
      <TextSections reading={reading} />
      <div className={styles.muted}>{say.typedTotals}</div>
      <div className={styles.foot}>
        <div className={styles.source} aria-live="polite">
          {focused === null ? say.focusHint : sourceLine(focused)}
        </div>
        {write.notice?.tone === 'failed' && <Notice tone="failed">{write.notice.text}</Notice>}
        <div ref={actions} className={styles.actions}>
          {against !== null && countOf(against) > 0 && (
            <Button
              appearance="primary"
              disabled={!isComplete(draft)}
              disabledFocusable={write.pending || taking}
              onClick={() => void take(against)}
            >
              {say.take(countOf(against))}
            </Button>
          )}
          <Button
            appearance={against === null ? 'primary' : 'secondary'}
            disabled={!isComplete(draft)}
            disabledFocusable={write.pending}
            onClick={() => void fill(begins)}
          >
            {write.pending ? say.filling : begins ? say.fillAndBegin(year + 1) : say.fill}
          </Button>
          {begins && (
            <Button disabled={!isComplete(draft)} disabledFocusable={write.pending} onClick={() => void fill(false)}>
              {say.fill}
            </Button>
          )}
          <Leaving draft={draft} onAgain={props.onAgain} onBack={props.several ? props.onOther : props.onBack} />
        </div>
      </div>
    </div>
  );
}
