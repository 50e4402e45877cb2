import { Readable } from 'node:stream';
import type { RawMail } from './mail-transport.ts';

/** A mail as nodemailer's pool asks for it (its own transports' interface, `send(mail, callback)`). */
export class PassingMail {
  /** Nothing beside the message itself. */
  readonly data = {};
  readonly message = this;
  readonly #mail: RawMail;
  #streams: Readable[] = [];

  constructor(mail: RawMail) {
    this.#mail = mail;
  }

  /** Once for each connection that is tried. */
  createReadStream(): Readable {
    const { raw } = this.#mail;
    const stream = new Readable({
      read() {
        this.push(raw);
        this.push(null);
      },
    });
    this.#streams.push(stream);
    return stream;
  }

  /**
   * Whether the server may have the mail. Errors do not say how far it got: a connection that breaks after the last byte is
   * reported like one that was never made. What does is whether the message was read, which begins when the server has
   * asked for it (DATA, 354).
   */
  get mayHaveLeft(): boolean {
    return this.#streams.some(({ readableDidRead }) => readableDidRead);
  }

  /** A new one for each connection: it is written to. */
  getEnvelope(): { from: string; to: string } {
    const { from, to } = this.#mail;
    return { from, to };
  }

  /** Only for a log that we do not keep. */
  messageId(): string {
    return '';
  }

  getHeader(): string {
    return '';
  }
}
