import type { MailLimit } from '@adieu/domain';
import { clientOfOrigin } from '@adieu/keys';
import type { SmtpSettings } from './smtp-settings.ts';

const MINUTE_MS = 60_000;
/** In one connection. Nobody who has an address of ours has it wrong so often. */
const MOST_WRONG_ADDRESSES = 20;
const MOST_CLIENTS = 10_000;

type Limits = Pick<SmtpSettings, 'connectionsPerClient' | 'mailsPerMinute' | 'bytesPerMinute'>;

interface Session {
  readonly id: string;
  readonly remoteAddress: string;
}

/**
 * Keeps one client address (of IPv6: one /64) from taking all there is. Whoever is on this machine, and the mail servers of the
 * installation, speak for many and are not limited; for whom these name by XFORWARD the limit of mails holds.
 */
export class ClientLimits {
  readonly #limits: Limits;
  readonly #trusted: ReadonlySet<string>;
  readonly #clock: () => Date;
  readonly #connections = new Map<string, number>();
  readonly #clients = new Map<string, string>();
  readonly #wrong = new Map<string, number>();
  #minute = 0;
  #brought = new Map<string, { mails: number; bytes: number }>();
  readonly #onMet: (limit: MailLimit) => void;

  constructor(
    settings: Limits & Pick<SmtpSettings, 'trustedMtas'>,
    clock: () => Date,
    onMet: (limit: MailLimit) => void,
  ) {
    this.#onMet = onMet;
    this.#limits = settings;
    this.#trusted = new Set(settings.trustedMtas);
    this.#clock = clock;
  }

  admits({ id, remoteAddress }: Session): boolean {
    if (this.#isOurs(remoteAddress)) return true;
    const client = clientOfOrigin(remoteAddress);
    const open = this.#connections.get(client) ?? 0;
    if (open >= this.#limits.connectionsPerClient) return this.#meets('CONNECTIONS');
    this.#connections.set(client, open + 1);
    this.#clients.set(id, client);
    return true;
  }

  takesMail({ remoteAddress }: Session): boolean {
    if (this.#isOurs(remoteAddress)) return true;
    const brought = this.#broughtBy(remoteAddress);
    brought.mails += 1;
    const { bytesPerMinute, mailsPerMinute } = this.#limits;
    const isMore = brought.mails > mailsPerMinute || brought.bytes >= bytesPerMinute;
    return !isMore || this.#meets('MAILS');
  }

  counts({ remoteAddress }: Session, bytes: number): void {
    if (!this.#isOurs(remoteAddress)) this.#broughtBy(remoteAddress).bytes += bytes;
  }

  #broughtBy(address: string): { mails: number; bytes: number } {
    const minute = Math.floor(this.#clock().getTime() / MINUTE_MS);
    if (minute !== this.#minute || this.#brought.size > MOST_CLIENTS) this.#brought = new Map();
    this.#minute = minute;
    const client = clientOfOrigin(address);
    const brought = this.#brought.get(client) ?? { mails: 0, bytes: 0 };
    this.#brought.set(client, brought);
    return brought;
  }

  /** An address was none of ours; false where that happened too often in this connection. */
  bearsWrongAddress({ id }: Session): boolean {
    const wrong = (this.#wrong.get(id) ?? 0) + 1;
    this.#wrong.set(id, wrong);
    return wrong < MOST_WRONG_ADDRESSES || this.#meets('ADDRESSES');
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

  #meets(limit: MailLimit): false {
    this.#onMet(limit);
    return false;
  }
}
