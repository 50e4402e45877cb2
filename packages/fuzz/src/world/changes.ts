import type { Database, Sql } from '@adieu/db';

/** What an answer that changes nothing may write all the same: that a key was used, and which answer a repeat gets. */
const LEFT_OUT = ['idempotency_key', 'migration'];
const NOT_COMPARED = ['last_used_at', 'seen_at', 'content'];

/** Tells whether a database holds what it held. */
export class Changes {
  readonly #sql: Sql;
  #transactions = '';
  #digests: Readonly<Record<string, string>> | null = null;

  constructor({ sql }: Database) {
    this.#sql = sql;
  }

  /** From here on. */
  async begin(): Promise<void> {
    this.#digests = await this.#digestAll();
    this.#transactions = await this.#countTransactions();
  }

  /**
   * Names the tables that hold something else than they did; null where none does. Most answers write nothing at all, which
   * is known without a look at the tables: who writes takes a number of a transaction.
   */
  async look(): Promise<string | null> {
    if ((await this.#countTransactions()) === this.#transactions) return null;
    const before = this.#digests;
    await this.begin();
    const now = this.#digests ?? {};
    const names = Object.keys(now).filter((name) => before !== null && now[name] !== before[name]);
    return names.length === 0 ? null : `it changed ${names.join(', ')}`;
  }

  /** What has changed since was meant to: from here on. */
  async accept(): Promise<void> {
    if ((await this.#countTransactions()) !== this.#transactions) await this.begin();
  }

  async #countTransactions(): Promise<string> {
    const [row] = await this.#sql.rows<{ next: string }>(
      'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next',
    );
    return row!.next;
  }

  async #digestAll(): Promise<Record<string, string>> {
    const tables = await this.#sql.rows<{ name: string; digest: string }>(
      `SELECT c.relname AS name, (xpath('/row/d/text()', query_to_xml(format(
         'SELECT md5(coalesce(string_agg(r, chr(10) ORDER BY r), '''')) AS d FROM (SELECT (to_jsonb(t) - %L::text[])::text AS r FROM %I t) x',
         $1::text[], c.relname), false, true, '')))[1]::text AS digest
       FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> ALL ($2)`,
      [NOT_COMPARED, LEFT_OUT],
    );
    return Object.fromEntries(tables.map(({ name, digest }) => [name, digest]));
  }
}
