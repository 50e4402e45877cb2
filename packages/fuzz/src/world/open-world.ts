import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { createApp } from '@adieu/api/app';
import { addMember, type Database, openDatabase, recordOptOut } from '@adieu/db';
import { type Seed, seed, seedContacts } from '@adieu/testkit/seed';
import { type SeededMail, seedMails } from '@adieu/testkit/seed-mails';
import { type Logger, pino } from 'pino';
import type { Ground, OpenDatabase } from '../target.ts';
import { Changes } from './changes.ts';
import { openTokens, type RealTokens } from './real-tokens.ts';
import { type Asked, faultOf, type Heard, send } from './send.ts';
import { idsOf } from './tenants.ts';
import { gatewaysOfWorld, SHORT_CODE } from './gateways.ts';
import { providersOfWorld } from './providers.ts';

const ERROR = 50;
/** Of the organisation that nobody here may hear of. */
export const OTHER_NAME = 'Somebody else entirely';

/** The running api, with two organisations in its database. */
export interface World {
  readonly origin: string;
  readonly org: Seed;
  readonly db: Database;
  readonly mail: SeededMail;
  readonly tokens: RealTokens;
  /** One id of each kind, of the organisation whose keys are used and of the other. */
  readonly own: Readonly<Record<string, string>>;
  readonly theirs: Readonly<Record<string, string>>;
  ask(asked: Asked): Promise<Heard>;
  /** What is wrong with an answer that should have changed nothing, with the log and with the database. */
  judge(heard: Heard): Promise<string | null>;
  /** What stands in the log since it was asked last that should not; null where there is nothing. */
  logged(): string | null;
  readonly changes: Changes;
  /** What stands beside the api logs here too, and is judged with it. */
  readonly log: Logger;
  close(): Promise<void>;
}

export async function openWorld(ground: Ground): Promise<World> {
  const database = await ground.database();
  try {
    return await openIn(database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openIn(database: OpenDatabase): Promise<World> {
  const db = await openDatabase({ url: database.superuser });
  const now = new Date();
  const org = await seed(db);
  const other = await seed(db, { name: OTHER_NAME });
  const [mail] = (await seedMails(db, org, { count: 3, now })) as [SeededMail];
  await fill(db, org, now);
  await fill(db, other, now);
  const tokens = await openTokens(db, org, mail, now);
  const faults: string[] = [];
  const log = pino(
    { level: 'error' },
    new Writable({
      write(line: Buffer, _encoding, done) {
        if ((JSON.parse(line.toString()) as { level: number }).level >= ERROR)
          faults.push(line.toString().slice(0, 1_000));
        done();
      },
    }),
  );
  const pages = await standInForPages();
  const appDb = await openDatabase({ url: database.engine });
  const app = await createApp({
    db: appDb,
    ring: org.ring,
    log,
    clock: () => now,
    certificate: null,
    preferenceCenterUrl: `http://127.0.0.1:${(pages.address() as AddressInfo).port}`,
    smsIngresses: gatewaysOfWorld(),
    eventIngresses: providersOfWorld(),
    shortCodes: new Set([SHORT_CODE]),
    trustedProxies: '127.0.0.1',
    graphiql: true,
    metricsToken: 'of-the-metrics-of-this-world',
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const changes = new Changes(db);
  const [own, theirs] = await Promise.all([idsOf(db, org), idsOf(db, other)]);
  await changes.begin();
  const logged = (): string | null => faults.splice(0).at(0) ?? null;
  return {
    origin,
    org,
    db,
    mail,
    tokens,
    own,
    theirs,
    changes,
    log,
    logged,
    ask: (asked) => send(origin, asked),
    judge: async (heard) => faultOf(heard) ?? logged() ?? (await changes.look()),
    async close() {
      await app.close();
      await appDb.close();
      await db.close();
      pages.close();
      pages.closeAllConnections();
      await database.close();
    },
  };
}

/** A row of each kind that ids are of. */
async function fill(db: Database, org: Seed, now: Date): Promise<void> {
  await seedContacts(db, org, { count: 2 });
  const { sql } = db;
  await addMember(sql, {
    organisationId: org.organisationId,
    name: 'Kim',
    email: 'kim@example.test',
    language: 'en',
    digestSeconds: 86_400,
  });
  const [recipient] = await sql.rows<{ id: string }>(
    'SELECT id FROM recipient WHERE organisation_id = $1 ORDER BY id LIMIT 1',
    [org.organisationId],
  );
  await recordOptOut(sql, {
    target: {
      organisationId: org.organisationId,
      recipientId: recipient!.id,
      scope: { kind: 'BOOK', id: org.newsletterId },
    },
    signal: 'CLEAR',
    method: 'MANUAL',
    actor: { kind: 'SYSTEM', name: 'fuzz' },
    evidence: {},
    now,
  });
}

/** What is not the api's own goes to the pages. */
async function standInForPages(): Promise<Server> {
  const pages = createServer((_request, response) => response.end('a page'));
  pages.listen(0, '127.0.0.1');
  await once(pages, 'listening');
  return pages;
}
