/** Excel would refuse this. The book is as it was before. */
export class Refusal extends Error {
  constructor(
    readonly reason: 'protected' | 'invalid' | 'notFound' | 'exists' | 'lastSheet',
    message: string,
  ) {
    super(message);
  }
}
