import { clientOfOrigin } from '@adieu/keys';
import type { SmtpSettings } from './smtp-settings.ts';

const MINUTE_MS = 60_000;
/** In one connection. Nobody who has an address of ours has it wrong so often. */
const MOST_WRONG_ADDRESSES = 20;
const MOST_CLIENTS = 10_000;

export type Limit = 'connections' | 'mails' | 'addresses';

interface Session {
  readonly id: string;
  readonly remoteAddress: string;
}

/**
 * Keeps one client address (of IPv6: one /64) from taking all there is. Whoever is on this machine, and the mail servers of the
 * installation, speak for many and are not limited; for whom these name by XFORWARD the limit of mails holds.
 */
export class ClientLimits {
  readonly #limits: Pick<SmtpSettings, 'connectionsPerClient' | 'mailsPerMinute'>;
  readonly #trusted: ReadonlySet<string>;
  readonly #clock: () => Date;
  readonly #connections = new Map<string, number>();
  readonly #clients = new Map<string, string>();
  readonly #wrong = new Map<string, number>();
  #minute = 0;
  #mails = new Map<string, number>();
  /** How often each was met. */
  readonly met: Record<Limit, number> = { connections: 0, mails: 0, addresses: 0 };

  constructor(
    settings: Pick<SmtpSettings, 'connectionsPerClient' | 'mailsPerMinute' | 'trustedMtas'>,
    clock: () => Date,
  ) {
    this.#limits = settings;
    this.#trusted = new Set(settings.trustedMtas);
    this.#clock = clock;
  }

  admits({ id, remoteAddress }: Session): boolean {
    if (this.#isOurs(remoteAddress)) return true;
    const client = clientOfOrigin(remoteAddress);
    const open = this.#connections.get(client) ?? 0;
    if (open >= this.#limits.connectionsPerClient) return this.#meets('connections');
    this.#connections.set(client, open + 1);
    this.#clients.set(id, client);
    return true;
  }

  takesMail({ remoteAddress }: Session): boolean {
    if (this.#isOurs(remoteAddress)) return true;
    const minute = Math.floor(this.#clock().getTime() / MINUTE_MS);
    if (minute !== this.#minute || this.#mails.size > MOST_CLIENTS) this.#mails = new Map();
    this.#minute = minute;
    const client = clientOfOrigin(remoteAddress);
    const mails = (this.#mails.get(client) ?? 0) + 1;
    this.#mails.set(client, mails);
    return mails <= this.#limits.mailsPerMinute || this.#meets('mails');
  }

  /** An address was none of ours; false where that happened too often in this connection. */
  bearsWrongAddress({ id }: Session): boolean {
    const wrong = (this.#wrong.get(id) ?? 0) + 1;
    this.#wrong.set(id, wrong);
    return wrong < MOST_WRONG_ADDRESSES || this.#meets('addresses');
  }

  ends({ id }: Session): void {
    this.#wrong.delete(id);
    const client = this.#clients.get(id);
    if (client === undefined) return;
    this.#clients.delete(id);
    const open = this.#connections.get(client)! - 1;
    if (open === 0) this.#connections.delete(client);
    else this.#connections.set(client, open);
  }

  #isOurs(address: string): boolean {
    const plain = address.replace(/^::ffff:/i, '');
    return this.#trusted.has(plain) || plain === '::1' || plain.startsWith('127.');
  }

  #meets(limit: Limit): false {
    this.met[limit] += 1;
    return false;
  }
}
