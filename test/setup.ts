import { configureGlobal } from 'fast-check';

/**
 * A property that has failed is shrunk without end where each run is dear, inside its own code, where no time limit of a test
 * reaches it. It ends after so many milliseconds, as a failure, with what was found until then.
 */
configureGlobal({ interruptAfterTimeLimit: 100_000, markInterruptAsFailure: true });
