import { Button, Field, Input, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { editions } from '../../report/editions';
import { editionForYear, findEdition } from '../../report/figures';
import { usePane } from '../context';
import { parseYear } from './draft';
import { useLeaving } from '../parts/asking/leaving';
import { Notice } from '../parts/notice';
import { insertBeside } from '../parts/beside';
import type { Candidate } from '../../host/host';
import { useWrite } from '../parts/state/useWrite';
import { ViewTitle } from '../parts/viewTitle';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '14px' },
  actions: { display: 'flex', gap: '8px' },
});

export interface NewReportDefaults {
  readonly unit: string;
  readonly year: number;
}

/** 新建年报表. */
export default function NewReport(props: {
  defaults: NewReportDefaults;
  candidates: readonly Candidate[];
  onDone: (message: string) => void;
  onBack: () => void;
}) {
  const { host, words } = usePane();
  const styles = useStyles();
  const write = useWrite();
  const say = words.newReport;
  const [unit, setUnit] = useState(props.defaults.unit);
  const [typedYear, setTypedYear] = useState(String(props.defaults.year));
  const [chosenEdition, setChosenEdition] = useState<string | null>(null);
  const [totals, setTotals] = useState<'formulas' | 'typed'>('formulas');
  const year = parseYear(typedYear);
  const due = editionForYear(year ?? props.defaults.year);
  const edition = (chosenEdition === null ? undefined : findEdition(chosenEdition)) ?? due;

  const isTouched = unit !== props.defaults.unit || typedYear !== String(props.defaults.year);
  const { leave, question } = useLeaving(isTouched ? words.unused : null);

  const create = async (): Promise<void> => {
    if (year === undefined || year === null) return;
    const name = unit.trim() === '' ? null : unit.trim();
    const request = { edition, year, unit: name, totals, report: null };
    const result = await write.run(() => insertBeside(host, request, props.candidates), say.done);
    if (result.ok) props.onDone(say.done(result.sheet));
  };

  const editionHint =
    year === undefined || year === null
      ? undefined
      : edition === due
        ? say.editionDue(year, due.id)
        : say.editionOther(year, due.id);

  return (
    <form
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <ViewTitle>{say.title}</ViewTitle>
      <Field label={say.unit} hint={say.unitHint}>
        <Input value={unit} maxLength={100} onChange={(_, data) => setUnit(data.value)} />
      </Field>
      <Field
        label={say.year}
        required
        {...(year === undefined || year === null
          ? { validationState: 'error' as const, validationMessage: say.yearInvalid }
          : {})}
      >
        <Input value={typedYear} inputMode="numeric" maxLength={6} onChange={(_, data) => setTypedYear(data.value)} />
      </Field>
      <Field
        label={say.edition}
        {...(editionHint === undefined
          ? {}
          : {
              validationState: edition === due ? ('none' as const) : ('warning' as const),
              validationMessage: editionHint,
            })}
      >
        <RadioGroup value={edition.id} onChange={(_, data) => setChosenEdition(data.value)}>
          {[...editions].reverse().map((one) => (
            <Radio key={one.id} value={one.id} label={say.editionOption(one.id, one.document)} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={say.totals} hint={totals === 'formulas' ? say.totalsFormulasHint : say.totalsTypedHint}>
        <RadioGroup
          value={totals}
          layout="horizontal"
          onChange={(_, data) => setTotals(data.value === 'typed' ? 'typed' : 'formulas')}
        >
          <Radio value="formulas" label={say.totalsFormulas} />
          <Radio value="typed" label={say.totalsTyped} />
        </RadioGroup>
      </Field>
      {write.notice?.tone === 'failed' && <Notice tone="failed">{write.notice.text}</Notice>}
      <div className={styles.actions}>
        <Button
          type="submit"
          appearance="primary"
          disabled={year === undefined || year === null}
          disabledFocusable={write.pending}
        >
          {write.pending ? say.inserting : say.insert}
        </Button>
        <Button onClick={() => leave(props.onBack)}>{words.back}</Button>
      </div>
      {question}
    </form>
  );
}
