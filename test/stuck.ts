/**
 * Says which file of tests keeps the run waiting. A test that never comes back from its own code cannot be ended by its time
 * limit, and the file it is in is never printed: without this, whoever looks at such a run sees every file but that one.
 */
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Milliseconds without the end of any test of a file after which the file is named, again and again. */
const patience = 240_000;

interface Standing {
  since: number;
  last: string;
}

export default class StuckReporter implements Reporter {
  readonly #running = new Map<string, Standing>();
  #timer: NodeJS.Timeout | undefined;

  onTestRunStart(): void {
    this.#timer ??= setInterval(() => this.#tell(), patience / 4).unref();
  }

  onTestModuleQueued({ relativeModuleId }: TestModule): void {
    this.#running.set(relativeModuleId, { since: Date.now(), last: 'none of its tests' });
  }

  onTestCaseResult({ module, fullName }: TestCase): void {
    this.#running.set(module.relativeModuleId, { since: Date.now(), last: fullName });
  }

  onTestModuleEnd({ relativeModuleId }: TestModule): void {
    this.#running.delete(relativeModuleId);
  }

  onTestRunEnd(): void {
    clearInterval(this.#timer);
  }

  #tell(): void {
    for (const [file, { since, last }] of this.#running) {
      const minutes = Math.floor((Date.now() - since) / 60_000);
      if (Date.now() - since > patience) console.log(`waiting for ${file} since ${minutes} min; ended last: ${last}`);
    }
  }
}
