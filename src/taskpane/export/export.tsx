import { Button, Checkbox, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ActiveReport, Snapshot } from '../../host/host';
import type { FigureId } from '../../report/figures';
import { usePane, type Pane } from '../context';
import { Before, type Fix } from './before';
import { fileFormats, holdsFigures, makeFile, nameOf, type FileFormat } from './files';
import { GivenFile, type Given } from './givenFile';
import { later } from '../parts/later';
import { Notice } from '../parts/notice';
import { duplicatesOf, isSettled, standingOf } from '../parts/state/standing';
import { useAttempt } from '../parts/state/useAttempt';
import { failureText } from '../parts/state/useWrite';
import {
  afterKeeping,
  closingChoices,
  contactBefore,
  defaultChoices,
  wordOptions,
  type ChosenByReport,
  type WordChoices,
} from './wordChoices';
import { WordForm } from './wordForm';

const Preview = later(() => import('./preview'));

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  formats: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  format: { display: 'flex', flexDirection: 'column', gap: '2px' },
  button: { width: '100%' },
  summary: { cursor: 'pointer', color: tokens.colorNeutralForeground2 },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** What is worked on further, and so saved to the same file again where a page may. */
const madeAgain: ReadonlySet<FileFormat> = new Set(['word', 'json']);

/** Makes the file of a report and hands it over; what is worked on further to where it went before, unless it is to go elsewhere. */
async function handOver(
  { host, language }: Pick<Pane, 'host' | 'language'>,
  { report, previous, candidate }: ActiveReport,
  { format, choices, elsewhere }: { format: FileFormat; choices: WordChoices; elsewhere: boolean },
): Promise<Omit<Given, 'elsewhere'>> {
  const options = { language, word: wordOptions(choices, report, previous) };
  const [file, { packErrand }] = await Promise.all([makeFile(format, report, options), import('./errand')]);
  const name = nameOf(format, report, file);
  const errand = packErrand({ format, report, options });
  const again = madeAgain.has(format) ? { again: { key: `${format} ${candidate.key}`, elsewhere } } : {};
  const handover = await host.handOver({ name, type: file.type, bytes: file.bytes, errand, ...again });
  return { handover, name, file };
}

/** What is still open is asked about before a file is made; then it is made and handed over. */
function useGiving({ snapshot, latest }: { snapshot: Snapshot; latest: () => Snapshot | null }, choices: WordChoices) {
  const pane = usePane();
  const { host, left, words } = pane;
  const say = words.export;
  const [asked, setAsked] = useState<FileFormat | null>(null);
  /** What was pressed last: what became of it is told there. */
  const [pressed, setPressed] = useState<FileFormat | null>(null);
  const [given, setGiven] = useState<Given | null>(null);
  const { working, failure, setFailure, attempt } = useAttempt(() => setGiven(null));

  const refresh = async (): Promise<ActiveReport | null> => {
    await host.check();
    return latest()?.active ?? null;
  };

  const hand = async (format: FileFormat, current: ActiveReport, elsewhere = false): Promise<void> => {
    const handed = await handOver(pane, current, { format, choices, elsewhere });
    setGiven({
      ...handed,
      ...(typeof handed.handover === 'object' && {
        elsewhere: () =>
          void attempt(async () => {
            const now = await refresh();
            if (now !== null) await hand(format, now, true);
          }),
      }),
    });
  };

  return {
    asked,
    pressed,
    working,
    failure,
    given,
    dismiss: () => setAsked(null),
    /** Asks first where something is left to fix; else exports at once. */
    begin: (format: FileFormat) => {
      setPressed(format);
      return attempt(async () => {
        const current = await refresh();
        if (current === null) throw new Error(say.checkFailed);
        const open = !isSettled(standingOf(current)) || duplicatesOf(latest() ?? snapshot).length > 0;
        if (holdsFigures(format) && open) setAsked(format);
        else await hand(format, current);
      });
    },
    answer: (format: FileFormat, zeros: { readonly except: ReadonlySet<FigureId> } | null) => {
      setAsked(null);
      return attempt(async () => {
        let current = latest()?.active ?? null;
        if (current !== null && zeros !== null) {
          const result = await host.fillZeros(standingOf(current).tables, zeros.except);
          if (!result.ok) {
            left.take(result);
            setFailure(`${say.zerosFailed}${failureText(result, words)}`);
            return;
          }
          current = await refresh();
        }
        if (current === null) throw new Error(say.checkFailed);
        await hand(format, current);
      });
    },
  };
}

/** What became of a press, beneath what was pressed: it is in sight, and nothing above it moves. */
function Became({ giving: { working, failure, given } }: { giving: ReturnType<typeof useGiving> }) {
  const say = usePane().words.export;
  return (
    <>
      {working && <Spinner size="tiny" label={say.working} />}
      {failure !== null && <Notice tone="failed">{failure}</Notice>}
      {given !== null && <GivenFile key={given.name} given={given} />}
    </>
  );
}

/** 导出. */
export default function Export(props: {
  snapshot: Snapshot;
  latest: () => Snapshot | null;
  chosen: ChosenByReport;
  onFix: (to: Fix) => void;
}) {
  const { snapshot, onFix } = props;
  const { words } = usePane();
  const styles = useStyles();
  const say = words.export;
  const [previewing, setPreviewing] = useState(false);
  const { active } = snapshot;
  const [kept] = useState(() => (active === null ? '' : contactBefore(active.previous, active.report)));
  const key = active?.candidate.key ?? '';
  const [chosen, setChosen] = useState(props.chosen.get(key) ?? {});
  const own = active === null ? {} : closingChoices(active.report);
  const choices: WordChoices = { ...defaultChoices, contact: kept, ...own, ...chosen };
  const choose = (all: Partial<WordChoices>): void => {
    setChosen(all);
    props.chosen.set(key, all);
  };
  const giving = useGiving(props, choices);
  const { asked, working } = giving;
  if (active === null) return <Notice tone="plain">{say.nothing}</Notice>;

  const standing = standingOf(active);
  return (
    <div className={styles.root}>
      {standing.faults + standing.blanks + standing.explains > 0 && (
        <Notice tone="warning">{say.still(standing.faults, standing.blanks, standing.explains)}</Notice>
      )}
      {standing.emptySections.length > 0 && <Notice tone="warning">{say.emptySections(standing.emptySections)}</Notice>}
      {standing.outdated > 0 && <Notice tone="warning">{say.outdated(standing.outdated)}</Notice>}
      {active.previous !== null && (
        <div className={styles.format}>
          <Checkbox
            label={say.comparison}
            checked={choices.comparison}
            onChange={(_, data) => choose({ ...chosen, comparison: data.checked === true })}
          />
          <span className={styles.hint}>{say.comparisonHint}</span>
        </div>
      )}
      <ul className={styles.formats}>
        {fileFormats.map((format, index) => (
          <li key={format} className={styles.format}>
            <Button
              className={styles.button}
              appearance={index === 0 ? 'primary' : 'secondary'}
              disabledFocusable={working}
              onClick={() => void giving.begin(format)}
            >
              {say.formats[format]}
            </Button>
            <span className={styles.hint}>{say.hints[format]}</span>
            {giving.pressed === format && <Became giving={giving} />}
            {format === 'word' && (
              <WordForm
                value={choices}
                chosen={chosen}
                kept={kept}
                report={active.report}
                onChange={(change) => choose({ ...chosen, ...change })}
                onKept={() => choose(afterKeeping(chosen))}
              />
            )}
          </li>
        ))}
      </ul>
      <details onToggle={(event) => setPreviewing(event.currentTarget.open)}>
        <summary className={styles.summary} data-part>
          {words.preview.title}
        </summary>
        {previewing && <Preview report={active.report} previous={active.previous} choices={choices} />}
      </details>
      {asked !== null && (
        <Before
          active={active}
          standing={standing}
          twins={duplicatesOf(snapshot)}
          onGo={(zeros) => void giving.answer(asked, zeros)}
          onFix={(to) => {
            giving.dismiss();
            onFix(to);
          }}
          onClose={giving.dismiss}
        />
      )}
    </div>
  );
}
