/** Reads one source beside the pane, so that the pane stays alive and the reading can be ended at any moment. */
import { answerMessages } from './source';

answerMessages();
