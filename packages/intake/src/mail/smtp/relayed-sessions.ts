import type { MailEnvelope } from '@adieu/db';
import type { SMTPServerSession } from 'smtp-server';

type Session = Pick<SMTPServerSession, 'id' | 'remoteAddress'>;

/** Connections of mail servers of ours, by which the address was that they came from before they named another one (XFORWARD). */
export class RelayedSessions {
  readonly #trusted: ReadonlySet<string>;
  readonly #open = new Set<string>();

  constructor(trustedMtas: readonly string[]) {
    this.#trusted = new Set(trustedMtas);
  }

  begins({ id, remoteAddress }: Session): void {
    if (this.#isOurs(remoteAddress)) this.#open.add(id);
  }

  ends({ id }: Session): void {
    this.#open.delete(id);
  }

  relayOf({ id, remoteAddress }: Session): Pick<MailEnvelope, 'relay'> {
    if (!this.#open.has(id)) return {};
    return { relay: this.#isOurs(remoteAddress) ? 'NAMES_NOBODY' : 'NAMES_ORIGIN' };
  }

  #isOurs(address: string): boolean {
    return this.#trusted.has(address.replace(/^::ffff:/i, ''));
  }
}
