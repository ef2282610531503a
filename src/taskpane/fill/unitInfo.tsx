import { Button, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { kindOfName } from '../../report/kindOfName';
import type { Report, UnitKind, UnitLevel } from '../../report/report';
import { usePane } from '../context';
import { Notice } from '../parts/notice';
import { useWrite } from '../parts/state/useWrite';
import { ViewTitle } from '../parts/viewTitle';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '14px' },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  choices: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(132px, 1fr))' },
  actions: { display: 'flex', gap: '8px' },
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

/** 单位信息: what the rules that depend on the kind of body need to know. */
export default function UnitInfo(props: {
  unit: Report['unit'];
  onDone: (message: string) => void;
  onBack: () => void;
}) {
  const { host, words } = usePane();
  const styles = useStyles();
  const write = useWrite();
  const say = words.unit;
  const [name, setName] = useState(props.unit.name ?? '');
  const [kind, setKind] = useState<UnitKind | null>(props.unit.kind);
  const [level, setLevel] = useState<UnitLevel | null>(props.unit.level);
  const [code, setCode] = useState(props.unit.creditCode ?? '');
  // Offered as long as none is kept: it stays while the person chooses, so nothing moves under the pointer.
  const likely = props.unit.kind === null ? kindOfName(name) : null;
  const creditCode = code.normalize('NFKC').trim().toUpperCase();
  const valid = isCreditCode(creditCode);
  const save = async (): Promise<void> => {
    const result = await write.run(
      () =>
        host.describeUnit({
          name: name.trim() === '' ? null : name.trim(),
          kind,
          level,
          creditCode: creditCode === '' ? null : creditCode,
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
      {write.notice?.tone === 'failed' && <Notice tone="failed">{write.notice.text}</Notice>}
      <div className={styles.actions}>
        <Button appearance="primary" disabled={!valid} disabledFocusable={write.pending} onClick={() => void save()}>
          {say.save}
        </Button>
        <Button onClick={props.onBack}>{words.back}</Button>
      </div>
    </div>
  );
}
