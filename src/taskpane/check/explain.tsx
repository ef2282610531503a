import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { Finding } from '../../rules/finding';
import type { Report } from '../../report/report';
import { usePane } from '../context';
import { Dialog } from '../parts/dialog';
import { explanationOf } from './explanations';
import { Notice } from '../parts/notice';
import { useWrite } from '../parts/state/useWrite';

/** 填写说明: a reason for what may be right. */
export default function Explain(props: { finding: Finding; report: Report; onClose: () => void }) {
  const { host, words } = usePane();
  const write = useWrite();
  const say = words.check;
  const [text, setText] = useState('');
  const save = async (): Promise<void> => {
    const explanation = explanationOf(props.finding, props.report, text.trim());
    const result = await write.run(
      () => host.explain(explanation),
      () => say.explainDone,
    );
    if (result.ok) props.onClose();
  };
  return (
    <Dialog
      title={say.explainTitle}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{words.cancel}</Button>
          <Button
            appearance="primary"
            disabled={text.trim() === ''}
            disabledFocusable={write.pending}
            onClick={() => void save()}
          >
            {say.explainSave}
          </Button>
        </>
      }
    >
      <p>{say.explainAsk}</p>
      <Field label={say.explainLabel}>
        <Textarea value={text} maxLength={500} resize="vertical" onChange={(_, data) => setText(data.value)} />
      </Field>
      {write.notice?.tone === 'failed' && <Notice tone="failed">{write.notice.text}</Notice>}
    </Dialog>
  );
}
