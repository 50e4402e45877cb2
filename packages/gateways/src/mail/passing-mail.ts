import { Readable } from 'node:stream';
import type { RawMail } from './mail-transport.ts';

const BEYOND_ASCII = /\P{ASCII}/u;

/** A mail as nodemailer's pool asks for it (its own transports' interface, `send(mail, callback)`). */
export class PassingMail {
  /** Nothing beside the message itself. */
  readonly data = {};
  readonly message = this;
  /** Whether a server was asked for that does not take its addresses: it was told nothing of this mail. */
  isBeyondServer = false;
  readonly #mail: RawMail;
  readonly #takesUtf8: (mail: PassingMail) => boolean;
  #streams: Readable[] = [];

  /** `takesUtf8`: whether the server that it is about to go to takes addresses beyond ASCII. */
  constructor(mail: RawMail, takesUtf8: (mail: PassingMail) => boolean) {
    this.#mail = mail;
    this.#takesUtf8 = takesUtf8;
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

  /**
   * A new one for each connection: it is written to. One for nobody, which is refused before a command is sent, where the
   * server could not take the address: nodemailer would send it raw, against RFC 6531.
   */
  getEnvelope(): { from: string; to: string[] } {
    const { from, to } = this.#mail;
    this.isBeyondServer = BEYOND_ASCII.test(from + to) && !this.#takesUtf8(this);
    return { from, to: this.isBeyondServer ? [] : [to] };
  }

  /** Only for a log that we do not keep. */
  messageId(): string {
    return '';
  }

  getHeader(): string {
    return '';
  }
}
