/** An error as Excel reports it in the result of a batch. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly location = '',
    readonly httpStatus = 400,
  ) {
    super(message);
  }
}

export const invalidArgument = (location: string, message?: string): HostError =>
  new HostError(
    'InvalidArgument',
    message ?? 'The argument is invalid or missing or has an incorrect format.',
    location,
  );

export const itemNotFound = (location: string): HostError =>
  new HostError('ItemNotFound', "The requested resource doesn't exist.", location, 404);
