/**
 * A pane that is hardly higher than its own bars, as at 200 %: nothing stays in place there, and the whole scrolls. In the form
 * that styles want.
 */
export const lowPane = '@media (max-height: 420px)';
