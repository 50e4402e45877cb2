/** Something that the reader can mend: shown as its message alone, without a stack. */
export class Failure extends Error {
  override name = 'Failure';
}
