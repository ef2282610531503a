import { Checkbox, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { dateText, dayOf, isEarly } from '../../report/closing';
import type { Report } from '../../report/report';
import { fontNames } from '../../write/word/fonts';
import { usePane } from '../context';
import { signerOf, type WordChoices } from './wordChoices';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', color: tokens.colorNeutralForeground2 },
  kept: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  form: { display: 'flex', flexDirection: 'column', gap: '10px', padding: '8px 0 0' },
  input: { minWidth: 0, '& input': { minWidth: 0, width: '100%' } },
});

/** How the Word file is to look. `kept`: the contact that was taken over from last year, which is said though nobody looks. */
export function WordForm(props: {
  value: WordChoices;
  kept: string;
  report: Report;
  onChange: (change: Partial<WordChoices>) => void;
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
        </div>
      </details>
    </>
  );
}
