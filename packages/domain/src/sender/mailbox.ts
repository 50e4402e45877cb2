/** Who a mail is from: what its header From says. */
export interface Mailbox {
  /** The display name; empty = the address alone. */
  readonly name: string;
  readonly address: string;
}
