import { Button, Checkbox, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { dayOf, isEarly, type Closing } from '../../report/closing';
import { kindOfName } from '../../report/kindOfName';
import type { Report, UnitKind, UnitLevel } from '../../report/report';
import { usePane } from '../context';
import { useLeaving } from '../parts/asking/leaving';
import { Notice } from '../parts/notice';
import { useWrite } from '../parts/state/useWrite';
import { ViewTitle } from '../parts/viewTitle';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '14px' },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  choices: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(132px, 1fr))' },
  actions: { display: 'flex', gap: '8px' },
  signing: { display: 'flex', flexDirection: 'column', gap: '10px' },
  input: { minWidth: 0, '& input': { minWidth: 0, width: '100%' } },
});

/** The value of the choice that says nothing. */
const none = 'none';

const isCreditCode = (text: string): boolean => text === '' || /^[0-9A-HJ-NP-RT-UW-Y]{18}$/u.test(text);

function Choice<Value extends string>(props: {
  label: string;
  hint?: string | undefined;
  words: Readonly<Record<Value, string>>;
  value: Value | null;
  onChange: (value: Value | null) => void;
}) {
  const { words } = usePane();
  const styles = useStyles();
  const values = Object.keys(props.words) as Value[];
  return (
    <Field label={props.label} {...(props.hint !== undefined && { hint: props.hint })}>
      <RadioGroup
        className={styles.choices}
        value={props.value ?? none}
        onChange={(_, data) => props.onChange(values.find((value) => value === data.value) ?? null)}
      >
        {values.map((value) => (
          <Radio key={value} value={value} label={props.words[value]} />
        ))}
        <Radio value={none} label={words.unit.unknown} />
      </RadioGroup>
    </Field>
  );
}

/** 落款: who signs the published report, and when. The day of last year is never taken over. */
function Signing(props: {
  name: string;
  year: number | null;
  value: Closing | undefined;
  onChange: (value: Closing | undefined) => void;
}) {
  const { name, year, value, onChange } = props;
  const { words } = usePane();
  const styles = useStyles();
  const say = words.unit;
  const day = value?.date === undefined || value.date === null ? null : dayOf(value.date);
  const early = day !== null && year !== null && isEarly(day, year);
  return (
    <div className={styles.signing}>
      <Field hint={say.signedHint}>
        <Checkbox
          label={say.signed}
          checked={value !== undefined}
          onChange={(_, data) => onChange(data.checked === true ? { unit: null, date: null } : undefined)}
        />
      </Field>
      {value !== undefined && (
        <>
          <Field label={say.signedAs} hint={say.signedAsHint}>
            <Input
              className={styles.input}
              value={value.unit ?? ''}
              placeholder={name}
              maxLength={100}
              onChange={(_, data) => onChange({ ...value, unit: data.value.trim() === '' ? null : data.value })}
            />
          </Field>
          <Field
            label={say.signedOn}
            {...(early
              ? { validationState: 'warning' as const, validationMessage: say.signedEarly(year) }
              : { hint: say.signedOnHint })}
          >
            <Input
              className={styles.input}
              type="date"
              value={value.date ?? ''}
              onChange={(_, data) => onChange({ ...value, date: data.value === '' ? null : data.value })}
            />
          </Field>
        </>
      )}
    </div>
  );
}

/** 单位信息: what the rules that depend on the kind of body need to know. */
export default function UnitInfo(props: { report: Report; onDone: (message: string) => void; onBack: () => void }) {
  const { host, words } = usePane();
  const styles = useStyles();
  const write = useWrite();
  const say = words.unit;
  const { unit, year } = props.report;
  const [name, setName] = useState(unit.name ?? '');
  const [kind, setKind] = useState<UnitKind | null>(unit.kind);
  const [level, setLevel] = useState<UnitLevel | null>(unit.level);
  const [code, setCode] = useState(unit.creditCode ?? '');
  const [contact, setContact] = useState(props.report.contact ?? '');
  const [closing, setClosing] = useState(props.report.closing);
  const typed = JSON.stringify([name, kind, level, code, contact, closing]);
  const [opened] = useState(typed);
  const { leave, question } = useLeaving(typed === opened ? null : { title: say.leaveTitle, ask: say.leaveAsk });
  // Offered as long as none is kept: it stays while the person chooses, so nothing moves under the pointer.
  const likely = unit.kind === null ? kindOfName(name) : null;
  const creditCode = code.normalize('NFKC').trim().toUpperCase();
  const valid = isCreditCode(creditCode);
  const save = async (): Promise<void> => {
    const result = await write.run(
      () =>
        host.describeUnit({
          unit: {
            name: name.trim() === '' ? null : name.trim(),
            kind,
            level,
            creditCode: creditCode === '' ? null : creditCode,
          },
          ...(contact.trim() !== '' && { contact: contact.trim() }),
          ...(closing !== undefined && { closing: { ...closing, unit: closing.unit?.trim() ?? null } }),
        }),
      () => say.done,
    );
    if (result.ok) props.onDone(say.done);
  };
  return (
    <div className={styles.root}>
      <ViewTitle>{say.title}</ViewTitle>
      <p className={styles.hint}>{say.hint}</p>
      <Field label={words.newReport.unit} hint={say.nameHint}>
        <Input value={name} maxLength={100} onChange={(_, data) => setName(data.value)} />
      </Field>
      <Choice
        label={say.kind}
        hint={likely === null ? undefined : say.kindByName(say.kinds[likely])}
        words={say.kinds}
        value={kind}
        onChange={setKind}
      />
      <Choice label={say.level} words={say.levels} value={level} onChange={setLevel} />
      <Field
        label={say.creditCode}
        {...(valid
          ? { hint: say.creditCodeHint }
          : { validationState: 'error' as const, validationMessage: say.creditCodeInvalid })}
      >
        <Input value={code} maxLength={30} onChange={(_, data) => setCode(data.value)} />
      </Field>
      <Field label={words.wordForm.contact} hint={say.contactHint}>
        <Input
          className={styles.input}
          value={contact}
          maxLength={300}
          onChange={(_, data) => setContact(data.value)}
        />
      </Field>
      <Signing name={name} year={year} value={closing} onChange={setClosing} />
      {write.notice?.tone === 'failed' && <Notice tone="failed">{write.notice.text}</Notice>}
      <div className={styles.actions}>
        <Button appearance="primary" disabled={!valid} disabledFocusable={write.pending} onClick={() => void save()}>
          {say.save}
        </Button>
        <Button onClick={() => leave(props.onBack)}>{words.back}</Button>
        {question}
      </div>
    </div>
  );
}
