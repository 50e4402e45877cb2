/** How mail programs of a language show what is answered, and how people end a letter in it. Small letters; a line begins so. */
export interface ReplyForms {
  /** Of a line that says who wrote what is quoted below it; that has a date or an address, too, and ends with a colon. */
  readonly wrote: readonly string[];
  /** What such a line begins with, where it goes on in the next one. */
  readonly dates: readonly string[];
  /** Names of header fields, above what is quoted without marks: the sender's, and those that stand beside it. */
  readonly from: readonly string[];
  readonly beside: readonly string[];
  /** Between dashes, above what is quoted or forwarded. */
  readonly divides: readonly string[];
  /** What a phone or a program puts below of itself. */
  readonly sentFrom: readonly string[];
  /** How people end; what follows is who they are. */
  readonly ends: readonly string[];
  /** What firms put below: often it asks to delete something. */
  readonly fine: readonly string[];
}
