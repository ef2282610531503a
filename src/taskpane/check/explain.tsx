import { Field, Textarea } from '@fluentui/react-components';
import type { Finding } from '../../rules/finding';
import type { Report } from '../../report/report';
import { usePane } from '../context';
import { Answers, Dialog } from '../parts/asking/dialog';
import { explanationOf } from './explanations';
import { Notice } from '../parts/notice';
import type { Write } from '../parts/state/useWrite';

/** Characters of a reason. */
const most = 500;

/** 填写说明: a reason for what may be right. What is typed is kept by who asks: closed by a slip, it is there again. */
export default function Explain(props: {
  finding: Finding;
  report: Report;
  text: string;
  onText: (text: string) => void;
  /** Tells that the reason is kept, which takes the finding off the list and this dialog with it. */
  write: Write;
  onClose: () => void;
}) {
  const { text, write } = props;
  const { host, words } = usePane();
  const say = words.check;
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
        <Answers
          onCancel={props.onClose}
          disabled={text.trim() === ''}
          disabledFocusable={write.pending}
          onClick={() => void save()}
        >
          {say.explainSave}
        </Answers>
      }
    >
      <p>{say.explainAsk}</p>
      <Field
        label={say.explainLabel}
        {...(text.length < most
          ? {}
          : { validationState: 'warning' as const, validationMessage: say.explainFull(most) })}
      >
        <Textarea value={text} maxLength={most} resize="vertical" onChange={(_, data) => props.onText(data.value)} />
      </Field>
      {write.notice?.tone === 'failed' && <Notice tone="failed">{write.notice.text}</Notice>}
    </Dialog>
  );
}
