/** Until a client is asked about again; by then its name servers may have come back. */
const FORGOTTEN_MS = 10 * 60_000;
const MOST_CLIENTS = 10_000;

/**
 * Clients about whose mails name servers said nothing in time. A few mails of somebody whose name servers never answer would keep
 * whoever else writes waiting; what is not vouched for still pauses.
 */
export class SlowClients {
  readonly #until = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  has(client: string): boolean {
    const until = this.#until.get(client);
    if (until === undefined) return false;
    if (until > this.#now()) return true;
    this.#until.delete(client);
    return false;
  }

  add(client: string): void {
    if (this.#until.size >= MOST_CLIENTS) this.#until.clear();
    this.#until.set(client, this.#now() + FORGOTTEN_MS);
  }
}
