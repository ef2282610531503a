import { useEffect, useState, type ComponentType } from 'react';
import { usePane } from '../context';
import { TryAgain } from './tryAgain';

export interface Loadable {
  /** Loads the code before it is shown, so that it is there at once; never rejects. */
  readonly inAdvance: () => Promise<void>;
}

/**
 * A part of the pane whose code is loaded when it is first shown. Where the loading fails it says so and offers to try
 * again; React's own `lazy` would remember the failure.
 */
export function later<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): ComponentType<Props> & Loadable {
  let loaded: ComponentType<Props> | null = null;
  function Later(props: Props) {
    const { words } = usePane();
    const [attempt, setAttempt] = useState(0);
    const [state, setState] = useState<'loading' | 'failed' | 'ready'>(loaded === null ? 'loading' : 'ready');
    useEffect(() => {
      if (loaded !== null) return;
      let wanted = true;
      load().then(
        (module) => {
          loaded = module.default;
          if (wanted) setState('ready');
        },
        () => {
          if (wanted) setState('failed');
        },
      );
      return () => {
        wanted = false;
      };
    }, [attempt]);

    const Part = loaded;
    if (Part !== null) return <Part {...props} />;
    if (state !== 'failed') return <div role="status">{words.loading}</div>;
    const again = (): void => {
      setState('loading');
      setAttempt(attempt + 1);
    };
    return (
      <TryAgain tone="failed" onAgain={again}>
        {words.errors.notLoaded}
      </TryAgain>
    );
  }
  const inAdvance = async (): Promise<void> => {
    try {
      loaded ??= (await load()).default;
    } catch {
      // Said where it is shown.
    }
  };
  return Object.assign(Later, { inAdvance });
}
