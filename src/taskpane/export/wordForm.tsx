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
          <Field label={say.purpose}>
            <RadioGroup
              layout="horizontal"
              value={value.purpose}
              onChange={(_, data) => onChange({ purpose: data.value === 'review' ? 'review' : 'publication' })}
            >
              <Radio value="publication" label={say.publication} />
              <Radio value="review" label={say.review} />
            </RadioGroup>
          </Field>
          <Field label={say.fonts} hint={say.fontsHint(fontNames(value.fonts).join(say.comma))}>
            <RadioGroup
              layout="horizontal"
              value={value.fonts}
              onChange={(_, data) => onChange({ fonts: data.value === 'common' ? 'common' : 'standard' })}
            >
              <Radio value="standard" label={say.standardFonts} />
              <Radio value="common" label={say.commonFonts} />
            </RadioGroup>
          </Field>
          <Field label={say.applications}>
            <RadioGroup
              layout="horizontal"
              value={value.applications}
              onChange={(_, data) => onChange({ applications: data.value === 'landscape' ? 'landscape' : 'portrait' })}
            >
              <Radio value="portrait" label={say.portrait} />
              <Radio value="landscape" label={say.landscape} />
            </RadioGroup>
          </Field>
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
