import { Component, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { messageOf } from '../host/fault';
import { Notice } from './parts/notice';
import type { Words } from './words/words';

interface State {
  readonly error: string | null;
}

/** Where a part of the pane fails, for example because its code could not be loaded, the rest stays. */
export class Failsafe extends Component<{ words: Words; children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: messageOf(error) };
  }

  override render(): ReactNode {
    const { words, children } = this.props;
    if (this.state.error === null) return children;
    return (
      <Notice
        tone="failed"
        action={
          <Button size="small" onClick={() => this.setState({ error: null })}>
            {words.errors.retry}
          </Button>
        }
      >
        <strong>{words.errors.title}</strong>
        <div>{words.errors.explain}</div>
        <div>{this.state.error}</div>
      </Notice>
    );
  }
}
