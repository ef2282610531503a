import { Button, Checkbox, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ActiveReport, Snapshot } from '../../host/host';
import { contradictedBlanks } from '../../host/contradicted';
import { reportTitle } from '../../report/sheet';
import { cellName } from '../../rules/words/names';
import { findingMessage } from '../../rules/words/words';
import { usePane } from '../context';
import { Dialog } from '../parts/dialog';
import { fileFormats, holdsFigures, makeFile, nameOf, type FileFormat } from './files';
import { GivenFile, type Given } from './givenFile';
import { Notice } from '../parts/notice';
import { duplicatesOf, standingOf } from '../parts/standing';
import { failureText } from '../parts/useWrite';
import { defaultChoices, wordOptions } from './wordChoices';
import { WordForm } from './wordForm';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  formats: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  format: { display: 'flex', flexDirection: 'column', gap: '2px' },
  button: { width: '100%' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** 导出. */
export default function Export(props: {
  snapshot: Snapshot;
  latest: () => Snapshot | null;
  onFix: (to: 'faults' | 'blanks') => void;
}) {
  const { snapshot, latest, onFix } = props;
  const { host, language, words } = usePane();
  const styles = useStyles();
  const say = words.export;
  const [asked, setAsked] = useState<FileFormat | null>(null);
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [given, setGiven] = useState<Given | null>(null);
  const [choices, setChoices] = useState(defaultChoices);
  // Contradicted blanks that are to be 0 all the same, by the place of their contradiction in the list.
  const [anyway, setAnyway] = useState<ReadonlySet<number>>(new Set());
  const { active } = snapshot;
  if (active === null) return <Notice tone="plain">{say.nothing}</Notice>;

  const refresh = async (): Promise<ActiveReport | null> => {
    await host.check();
    return latest()?.active ?? null;
  };

  const hand = async (format: FileFormat, current: ActiveReport): Promise<void> => {
    const options = { language, word: wordOptions(choices, current.report.unit.name, current.previous) };
    const [file, { packErrand }] = await Promise.all([makeFile(format, current.report, options), import('./errand')]);
    const name = nameOf(format, current.report, file);
    const errand = packErrand({ format, report: current.report, options });
    setGiven({ handover: await host.handOver({ name, type: file.type, bytes: file.bytes, errand }), name, file });
  };

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setWorking(true);
    setFailure(null);
    setGiven(null);
    try {
      await work();
    } catch (error) {
      setFailure(say.failed(error instanceof Error ? error.message : String(error)));
    }
    setWorking(false);
  };

  /** Asks first where something is left to fix; else exports at once. */
  const begin = (format: FileFormat) =>
    attempt(async () => {
      const current = await refresh();
      if (current === null) throw new Error(say.checkFailed);
      if (!holdsFigures(format)) {
        await hand(format, current);
        return;
      }
      const standing = standingOf(current);
      if (standing.faults + standing.blanks > 0 || duplicatesOf(latest() ?? snapshot).length > 0) {
        setAnyway(new Set());
        setAsked(format);
      } else await hand(format, current);
    });

  const answer = (format: FileFormat, zeros: boolean) => {
    setAsked(null);
    return attempt(async () => {
      let current = latest()?.active ?? null;
      if (current !== null && zeros) {
        const contradicted = contradictedBlanks(current);
        const except = new Set(contradicted.flatMap(({ figures }, index) => (anyway.has(index) ? [] : figures)));
        for (const table of standingOf(current).tables) {
          const result = await host.fillZeros(table, except);
          if (!result.ok) {
            setFailure(`${say.zerosFailed}${failureText(result, words)}`);
            return;
          }
        }
        current = await refresh();
      }
      if (current === null) throw new Error(say.checkFailed);
      await hand(format, current);
    });
  };

  const fix = (to: 'faults' | 'blanks'): void => {
    setAsked(null);
    onFix(to);
  };

  const standing = standingOf(active);
  const contradictions = asked === null ? [] : contradictedBlanks(active);
  const twins = duplicatesOf(snapshot);
  return (
    <div className={styles.root}>
      {standing.faults + standing.blanks > 0 && (
        <Notice tone="warning">{say.still(standing.faults, standing.blanks)}</Notice>
      )}
      {active.previous !== null && (
        <div className={styles.format}>
          <Checkbox
            label={say.comparison}
            checked={choices.comparison}
            onChange={(_, data) => setChoices({ ...choices, comparison: data.checked === true })}
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
              onClick={() => void begin(format)}
            >
              {say.formats[format]}
            </Button>
            <span className={styles.hint}>{say.hints[format]}</span>
            {format === 'word' && <WordForm value={choices} onChange={setChoices} />}
          </li>
        ))}
      </ul>
      {working && <Spinner size="tiny" label={say.working} />}
      {failure !== null && <Notice tone="failed">{failure}</Notice>}
      {given !== null && <GivenFile key={given.name} given={given} />}
      {asked !== null && (
        <Dialog
          title={say.stillTitle}
          onClose={() => setAsked(null)}
          actions={
            standing.blanks > 0 ? (
              <>
                <Button onClick={() => void answer(asked, true)}>{say.asZero}</Button>
                <Button onClick={() => void answer(asked, false)}>{say.keepBlank}</Button>
                <Button appearance="primary" onClick={() => fix('blanks')}>
                  {say.backToFill}
                </Button>
              </>
            ) : standing.faults > 0 ? (
              <>
                <Button onClick={() => void answer(asked, false)}>{say.anyway}</Button>
                <Button appearance="primary" onClick={() => fix('faults')}>
                  {say.backToFix}
                </Button>
              </>
            ) : (
              <>
                <Button onClick={() => setAsked(null)}>{words.cancel}</Button>
                <Button appearance="primary" onClick={() => void answer(asked, false)}>
                  {say.fromThis}
                </Button>
              </>
            )
          }
        >
          {standing.faults + standing.blanks > 0 && <p>{say.still(standing.faults, standing.blanks)}</p>}
          {standing.blanks > 0 && <p className={styles.hint}>{say.asZeroHint}</p>}
          {contradictions.length > 0 && (
            <>
              <p>{say.contradicted}</p>
              <ul className={styles.formats}>
                {contradictions.map(({ finding, figures }, index) => (
                  <li key={index} className={styles.format}>
                    <span>{figures.map((id) => cellName(active.located.edition, id)).join('、')}</span>
                    <span className={styles.hint}>{findingMessage(finding, active.located.edition, language)}</span>
                    <Checkbox
                      label={say.zeroAnyway}
                      checked={anyway.has(index)}
                      onChange={(_, { checked }) => {
                        const others = [...anyway].filter((one) => one !== index);
                        setAnyway(new Set(checked === true ? [...others, index] : others));
                      }}
                    />
                  </li>
                ))}
              </ul>
            </>
          )}
          {twins.length > 0 && (
            <p>{say.duplicates(reportTitle(active.report.unit.name, active.report.year), active.candidate.sheet)}</p>
          )}
        </Dialog>
      )}
    </div>
  );
}
