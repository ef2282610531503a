/** What Excel's errors mean for the user. */
import { messageOf } from '../host/fault';
import type { Trouble, WriteResult } from '../host/host';

const troubleByCode: Readonly<Record<string, Trouble>> = {
  InvalidOperationInCellEditMode: 'editing',
  AccessDenied: 'protected',
  ActivityLimitReached: 'busy',
  HostIsNotReady: 'busy',
  RequestAborted: 'busy',
  ResponsePayloadSizeLimitExceeded: 'tooLarge',
  RequestPayloadSizeLimitExceeded: 'tooLarge',
};

/** A request was not answered in time. */
export class NoAnswer extends Error {}

const codeOf = (error: unknown): string => (error instanceof OfficeExtension.Error ? error.code : '');

export const troubleOf = (error: unknown): Trouble =>
  error instanceof NoAnswer ? 'busy' : (troubleByCode[codeOf(error)] ?? 'unreachable');

/** The sheet that was asked for is not there any more, or a reference went stale: what is where must be found anew. */
export const isStale = (error: unknown): boolean =>
  ['ItemNotFound', 'InvalidReference', 'InvalidObjectPath'].includes(codeOf(error));

/** A sheet of that name came meanwhile. */
export const isTaken = (error: unknown): boolean => codeOf(error) === 'ItemAlreadyExists';

/** One write to the workbook, which waits for a cell that is being edited. */
export async function inBatch(work: (context: Excel.RequestContext) => Promise<WriteResult>): Promise<WriteResult> {
  try {
    return await Excel.run({ delayForCellEdit: true }, work);
  } catch (error) {
    return failedWrite(error);
  }
}

/** What a failed write comes to. The batch stops at the failing step; `detail` is Excel's own sentence. */
export function failedWrite(error: unknown): WriteResult {
  const trouble = troubleOf(error);
  const detail = messageOf(error);
  if (trouble === 'protected' || trouble === 'editing') return { ok: false, reason: trouble, detail };
  return { ok: false, reason: 'failed', detail };
}
