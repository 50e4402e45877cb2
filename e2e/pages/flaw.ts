/** Something that a person would stumble over, and on which page it is. */
export interface Flaw {
  readonly where: string;
  readonly what: string;
}
