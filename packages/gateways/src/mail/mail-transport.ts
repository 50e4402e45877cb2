export interface RawMail {
  /** Bare addresses, for the envelope. */
  readonly from: string;
  readonly to: string;
  /** The whole message as it goes over the wire. */
  readonly raw: Buffer;
}

export interface MailTransport {
  /** How many mails may be on their way at once. */
  readonly poolSize: number;
  /**
   * Resolves with the server's answer once it has taken the mail over; rejects with nodemailer's error and `mayHaveLeft` on
   * it (SmtpError). Where a mail may go by several ways, none begins after `until`.
   */
  send(mail: RawMail, until?: Date): Promise<string>;
  close(): void;
}
