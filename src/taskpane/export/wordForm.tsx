import { Button, Checkbox, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { dateText, dayOf, isEarly, type Particulars } from '../../report/closing';
import type { Report } from '../../report/report';
import { fontNames } from '../../write/word/fonts';
import { usePane } from '../context';
import { Notice, Written } from '../parts/notice';
import { useWrite } from '../parts/state/useWrite';
import { signerOf, unkeptIn, type WordChoices } from './wordChoices';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', color: tokens.colorNeutralForeground2 },
  kept: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  form: { display: 'flex', flexDirection: 'column', gap: '10px', padding: '8px 0 0' },
  input: { minWidth: 0, '& input': { minWidth: 0, width: '100%' } },
});

/** What was typed about contact and signature goes into the workbook only when that is said: the way there is offered. */
function Keeping({ chosen, report, onKept }: { chosen: Partial<WordChoices>; report: Report; onKept: () => void }) {
  const { host, words } = usePane();
  const write = useWrite();
  const say = words.wordForm;
  const unkept = unkeptIn(chosen, report);
  const keep = async (particulars: Particulars): Promise<void> => {
    const result = await write.run(
      () => host.describeUnit(particulars),
      () => say.keptDone,
    );
    if (result.ok) onKept();
  };
  return (
    <>
      {unkept !== null && (
        <Notice
          tone="plain"
          action={
            <Button size="small" disabledFocusable={write.pending} onClick={() => void keep(unkept)}>
              {say.keep}
            </Button>
          }
        >
          {say.unkept}
        </Notice>
      )}
      <Written write={write} />
    </>
  );
}

/** How the Word file is to look. `kept`: the contact that was taken over from last year, which is said though nobody looks. */
export function WordForm(props: {
  value: WordChoices;
  /** What of it a person chose. */
  chosen: Partial<WordChoices>;
  kept: string;
  report: Report;
  onChange: (change: Partial<WordChoices>) => void;
  onKept: () => void;
}) {
  const { value, kept, report, onChange } = props;
  const { words } = usePane();
  const styles = useStyles();
  const say = words.wordForm;
  const day = dayOf(value.date);
  const text = (key: 'contact' | 'preparedBy' | 'reviewedBy' | 'telephone', maxLength: number) => (
    <Field
      label={say[key]}
      {...(key === 'contact' && kept !== '' && value.contact === kept && { hint: say.contactKept })}
    >
      <Input
        className={styles.input}
        value={value[key]}
        maxLength={maxLength}
        onChange={(_, data) => onChange({ [key]: data.value })}
      />
    </Field>
  );
  const choice = <K extends 'purpose' | 'fonts' | 'applications'>(
    key: K,
    label: string,
    options: Readonly<Record<WordChoices[K], string>>,
    hint?: string,
  ) => (
    <Field label={label} {...(hint !== undefined && { hint })}>
      <RadioGroup layout="horizontal" value={value[key]} onChange={(_, data) => onChange({ [key]: data.value })}>
        {Object.entries<string>(options).map(([id, name]) => (
          <Radio key={id} value={id} label={name} />
        ))}
      </RadioGroup>
    </Field>
  );
  return (
    <>
      {kept !== '' && value.contact === kept && <span className={styles.kept}>{say.contactFrom(kept)}</span>}
      {value.signed && (
        <span className={styles.kept}>
          {say.closing(signerOf(report) ?? '', day === null ? null : dateText(day))}
          {day !== null && isEarly(day, report.year) && ` ${words.unit.signedEarly(report.year ?? 0)}`}
        </span>
      )}
      <details>
        <summary className={styles.summary}>{say.title}</summary>
        <div className={styles.form}>
          {choice('purpose', say.purpose, { publication: say.publication, review: say.review })}
          {choice(
            'fonts',
            say.fonts,
            { standard: say.standardFonts, common: say.commonFonts },
            say.fontsHint(fontNames(value.fonts).join(say.comma)),
          )}
          {choice('applications', say.applications, { portrait: say.portrait, landscape: say.landscape })}
          {value.purpose === 'review' && (
            <>
              {text('preparedBy', 30)}
              {text('reviewedBy', 30)}
              {text('telephone', 30)}
            </>
          )}
          {text('contact', 300)}
          <Checkbox
            label={say.signed}
            checked={value.signed}
            onChange={(_, data) => onChange({ signed: data.checked === true })}
          />
          {(value.signed || value.purpose === 'review') && (
            <Field label={say.date}>
              <Input
                className={styles.input}
                type="date"
                value={value.date}
                onChange={(_, data) => onChange({ date: data.value })}
              />
            </Field>
          )}
          <Keeping chosen={props.chosen} report={report} onKept={props.onKept} />
        </div>
      </details>
    </>
  );
}
