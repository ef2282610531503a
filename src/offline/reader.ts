/** The readers as one script: in a worker it answers messages, in the page it offers a function. */
import { answerMessages, readOpened } from '../taskpane/fill/source';

if ('document' in globalThis) window.goujiRead = readOpened;
else answerMessages();
