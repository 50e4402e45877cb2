import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { openDatabase } from '@adieu/db';
import { PAGES_HEADER } from '@adieu/domain';
import {
  createTestDatabase,
  type Seed,
  seed,
  type SeededMail,
  seedMails as seedSentMails,
  type TestDatabase,
} from '@adieu/testkit';
import { pino } from 'pino';
import { type AppDeps, createApp } from '../src/server/create-app.ts';

/** What GraphQL answers, with the HTTP around it. */
export interface Answer<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data;
  readonly errors?: { message: string; extensions?: Record<string, unknown> }[];
}

export const PAGES_SECRET = 'pages-and-the-api-of-these-tests-alone';
const OPENED_AT = new Date('2026-05-04T08:00:00.000Z');

export type { SeededMail };

/** The api on a free port, on a database of its own. */
export interface House {
  readonly test: TestDatabase;
  readonly org: Seed;
  readonly url: string;
  /** Everything it has logged, at the finest level. */
  log(): string;
  /** The one instant that the api sees; set it to travel. */
  now: Date;
  /**
   * The organisation that every caller's statements are held to, whatever their own: what resolvers then believe of their
   * caller is wrong, as if each had forgotten to look. Null: their own.
   */
  heldTo: string | null;
  /** Asks GraphQL; as the organisation's admin unless another key (or `Session <secret>`) is given, or null for our pages, which have none. */
  ask<Data>(query: string, variables?: object, key?: string | null): Promise<Answer<Data>>;
  /** Asks GraphQL as anybody may: without a key, and not by our pages. */
  askAsStranger<Data>(
    query: string,
    variables?: object,
    headers?: Record<string, string>,
  ): Promise<Answer<Data>>;
  /** From here on the api has no database; tests still have. */
  loseDatabase(): Promise<void>;
  close(): Promise<void>;
}

export async function openHouse(more: Partial<AppDeps> = {}): Promise<House> {
  const test = await createTestDatabase();
  const org = await seed(test.db);
  let logged = '';
  const log = pino(
    { level: 'trace' },
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        logged += chunk.toString();
        done();
      },
    }),
  );
  // As the product's processes do; who plays somebody that tampers has `test`.
  const db = await openDatabase({ url: test.engineUrl });
  let isLost = false;
  let house: House | undefined;
  const app = await createApp({
    db: { ...db, ofTenant: (id) => db.ofTenant(house?.heldTo ?? id) },
    ring: org.ring,
    log,
    clock: () => house?.now ?? OPENED_AT,
    certificate: null,
    preferenceCenterUrl: 'http://127.0.0.1:9',
    pagesSecret: PAGES_SECRET,
    trustedProxies: null,
    graphiql: true,
    metricsToken: null,
    ...more,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  house = {
    test,
    org,
    url,
    log: () => logged,
    now: OPENED_AT,
    heldTo: null,
    ask: (query, variables = {}, key = org.adminKey) => post(url, { query, variables }, asked(key)),
    askAsStranger: (query, variables = {}, headers = {}) =>
      post(url, { query, variables }, headers),
    async loseDatabase() {
      isLost = true;
      await db.close();
    },
    async close() {
      await app.close();
      if (!isLost) await db.close();
      await test.close();
    },
  };
  return house;
}

const asked = (key: string | null): Record<string, string> =>
  key === null
    ? { [PAGES_HEADER]: PAGES_SECRET }
    : { authorization: key.startsWith('Session ') ? key : `Bearer ${key}` };

async function post<Data>(
  url: string,
  operation: object,
  headers: Record<string, string>,
): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(operation),
  });
  const body = (await response.json()) as Pick<Answer<Data>, 'data' | 'errors'>;
  return { status: response.status, headers: response.headers, ...body };
}

/** Mails as a released campaign makes them, `count` of them to a book (the newsletter unless said otherwise). */
export async function seedMails(
  { test, org, now }: House,
  options: Omit<Parameters<typeof seedSentMails>[2], 'now'>,
): Promise<SeededMail[]> {
  return seedSentMails(test.db, org, { ...options, now });
}

/** The number of rows that a table has for now. */
export async function countOf({ test }: House, table: string, where = 'true'): Promise<number> {
  const [row] = await test.db.sql.rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`,
    [],
  );
  return row!.n;
}
