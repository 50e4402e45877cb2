import type { GateFacts, Purpose, SignUpFacts } from '@adieu/domain';
import type { Seed, TestDatabase } from '@adieu/testkit';
import { randomBytes } from 'node:crypto';
import { createAddressBook, createTopic } from '../../src/index.ts';
import { CHANNEL_OF_OTHERS, type DrawnPerson, type DrawnWay } from './draw.ts';
import { laySignUp } from './lay-sign-up.ts';

export interface Account {
  readonly accountId: string;
  readonly keepsOwnList: boolean;
}

/** A way as it stands in the database. */
export interface Way {
  readonly organisationId: string;
  readonly accountId: string;
  readonly addressBookId: string;
  readonly topicId: string | null;
  readonly purpose: Purpose;
  readonly archived: boolean;
  readonly campaignId: string;
}

/** A contact as it stands in the database, and what the domain is told of it. */
export interface Person {
  readonly drawn: DrawnPerson;
  readonly key: Buffer;
  readonly recipientId: string;
  readonly contactId: string;
  readonly signUps: SignUpFacts;
  readonly rows: readonly (GateFacts['rows'][number] & { listId: string; channel: string })[];
}

const hour = 3_600_000;

/** Makes a book, a topic and a campaign of the drawn kind. `archive` and `restore` make it what was drawn, and undo that. */
export async function layWay(
  test: TestDatabase,
  org: Seed,
  { accountId }: Account,
  drawn: DrawnWay,
): Promise<Way> {
  const { sql } = test.db;
  const name = randomBytes(6).toString('hex');
  const { purpose } = drawn;
  const made = await createAddressBook(sql, { accountId, name, purpose, createdBy: 'test' });
  if ('refused' in made) throw new Error(made.refused);
  const { addressBookId } = made;
  const topicId = drawn.hasTopic ? await createTopic(sql, { accountId, name }) : null;
  const campaignId = await campaign(test, org, { accountId, addressBookId, topicId });
  const archived = drawn.archived !== null && (drawn.archived !== 'TOPIC' || topicId !== null);
  const { organisationId } = org;
  return { organisationId, accountId, addressBookId, topicId, purpose, archived, campaignId };
}

export async function campaign(
  test: TestDatabase,
  org: Seed,
  {
    accountId,
    addressBookId,
    topicId = null,
  }: Pick<Way, 'accountId' | 'addressBookId'> & { topicId?: string | null },
  state = 'SENDING',
): Promise<string> {
  const [row] = await test.db.sql.rows<{ id: string }>(
    `INSERT INTO campaign (organisation_id, account_id, address_book_id, topic_id, name, channel, content, created_by, state)
     VALUES ($1, $2, $3, $4, 'x', 'EMAIL', '{"channel": "EMAIL"}', 'test', $5) RETURNING id`,
    [org.organisationId, accountId, addressBookId, topicId, state],
  );
  return row!.id;
}

/** Archives what was drawn, or brings it back. */
export async function setArchived(
  test: TestDatabase,
  way: Way,
  drawn: DrawnWay,
  at: Date | null,
): Promise<void> {
  const { sql } = test.db;
  const of = {
    ACCOUNT: ['UPDATE account SET archived_at = $2 WHERE id = $1', way.accountId],
    BOOK: ['UPDATE address_book SET archived_at = $2 WHERE id = $1', way.addressBookId],
    TOPIC: ['UPDATE topic SET archived_at = $2 WHERE id = $1', way.topicId],
  } as const;
  if (drawn.archived !== null) await sql.rows(of[drawn.archived][0], [of[drawn.archived][1], at]);
}

/** Writes recipients and contacts, and all that may stand against a message to them. */
export async function layPeople(
  test: TestDatabase,
  way: Way,
  { keepsOwnList }: Account,
  other: { accountId: string; sentBy: string; heldBy: string; sentByOther: string },
  people: readonly DrawnPerson[],
  now: Date,
): Promise<Person[]> {
  const { sql } = test.db;
  const { organisationId, accountId, addressBookId, topicId } = way;
  const list = keepsOwnList ? accountId : organisationId;
  const own = {
    TOPIC: topicId ?? other.accountId,
    BOOK: addressBookId,
    ACCOUNT: accountId,
    ORGANISATION: organisationId,
  };
  const laid: Person[] = [];
  for (const drawn of people) {
    const key = randomBytes(32);
    const rows = new Map<string, Person['rows'][number]>();
    for (const { ofList, ofChannel, ofScope, kind, state, hour: h, returned } of drawn.rows) {
      const row = {
        listId: ofList ? list : other.accountId,
        channel: ofChannel ? 'EMAIL' : CHANNEL_OF_OTHERS,
        scopeKind: kind,
        scopeId: ofScope ? own[kind] : other.accountId,
        state,
        since: new Date(now.getTime() + h * hour),
        requestId: null,
        returnedTo:
          returned !== null && (kind === 'ACCOUNT' || kind === 'ORGANISATION')
            ? [{ ...own, ANOTHER: organisationId }[returned]]
            : null,
      };
      rows.set([row.listId, row.channel, row.scopeId].join(), row);
    }
    const [ids] = await sql.rows<{ recipientId: string; contactId: string }>(
      `WITH r AS (
         INSERT INTO recipient (organisation_id, channel, address_key, address, undeliverable_since, noted)
         VALUES ($1, 'EMAIL', $2, $3, $7::timestamptz, $7::timestamptz IS NOT NULL) RETURNING id
       ), k AS (
         INSERT INTO contact (address_book_id, created_at, removed_at) SELECT $4, $6, $5 FROM r RETURNING id
       ) INSERT INTO contact_address (contact_id, channel, address_book_id, recipient_id)
       SELECT k.id, 'EMAIL', $4, r.id FROM k, r RETURNING contact_id AS "contactId", recipient_id AS "recipientId"`,
      [
        organisationId,
        key,
        drawn.erased ? null : `${key.toString('hex')}@example.test`,
        addressBookId,
        drawn.removed ? now : null,
        now,
        after(now, drawn.undeliverableHours === null ? null : -drawn.undeliverableHours),
      ],
    );
    const standing = [...rows.values()];
    const book = { id: addressBookId, accountId, purpose: way.purpose, since: now };
    const signUps = await laySignUp(test, drawn.signUp, {
      organisationId,
      accountId,
      list,
      own,
      other: other.accountId,
      key,
      recipientId: ids!.recipientId,
      now,
    });
    const left = standing.filter((row) => row.listId === list && row.channel === 'EMAIL');
    laid.push({
      drawn,
      key,
      ...ids!,
      rows: standing,
      signUps: {
        ...signUps,
        left: left.map(({ scopeId }) => scopeId),
        books: drawn.removed ? [] : [book],
      },
    });
  }
  await writeRows(test, laid);
  // Of whom nothing was chosen there may be no row, as of nearly everybody: then the gate believes that nothing is noted.
  const chose = laid.filter(
    ({ drawn }) => drawn.frequency !== 'EVERY' || drawn.snoozedHours !== null,
  );
  await sql.rows(
    `INSERT INTO recipient_preference (recipient_id, account_id, frequency, snoozed_until, changed_at)
     SELECT r, $1, f, s, $5 FROM unnest($2::uuid[], $3::text[], $4::timestamptz[]) x(r, f, s)
     ON CONFLICT (recipient_id, account_id) DO UPDATE SET frequency = excluded.frequency, snoozed_until = excluded.snoozed_until`,
    [
      accountId,
      chose.map(({ recipientId }) => recipientId),
      chose.map(({ drawn }) => drawn.frequency),
      chose.map(({ drawn }) => after(now, drawn.snoozedHours)),
      now,
    ],
  );
  const sent = laid.filter(({ drawn }) => drawn.sentHoursAgo !== null);
  await sql.rows(
    `INSERT INTO message (campaign_id, recipient_id, state, due_at, changed_at)
     SELECT c, r, 'SENT', at, at FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) x(c, r, at)`,
    [
      sent.map(({ drawn }) => (drawn.sentByOther ? other.sentByOther : other.sentBy)),
      sent.map(({ recipientId }) => recipientId),
      sent.map(({ drawn }) => after(now, -drawn.sentHoursAgo!)),
    ],
  );
  await sql.rows(
    `INSERT INTO message (campaign_id, recipient_id, state, due_at, changed_at)
     SELECT $1, r, 'HELD', 'infinity', $3 FROM unnest($2::uuid[]) r`,
    [
      other.heldBy,
      laid.filter(({ drawn }) => drawn.held).map(({ recipientId }) => recipientId),
      now,
    ],
  );
  return laid;
}

export function after(now: Date, hours: number | null): Date | null {
  return hours === null ? null : new Date(now.getTime() + hours * hour);
}

async function writeRows(test: TestDatabase, laid: readonly Person[]): Promise<void> {
  const rows = laid.flatMap(({ key, rows: of }) => of.map((row) => ({ key, ...row })));
  await test.db.transaction(async (sql) => {
    // The guard asks for a proof of each return, of which the gate knows nothing.
    await sql.rows('ALTER TABLE suppression DISABLE TRIGGER suppression_return');
    await sql.rows(
      `INSERT INTO suppression (address_key, list_id, channel, scope_id, scope_kind, state, since, returned_to)
       SELECT key, list, channel, scope, kind, state, since, CASE WHEN returned IS NOT NULL THEN ARRAY[returned] END
       FROM unnest($1::bytea[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[], $8::uuid[])
         AS x(key, list, channel, scope, kind, state, since, returned)`,
      [
        rows.map(({ key }) => key),
        rows.map(({ listId }) => listId),
        rows.map(({ channel }) => channel),
        rows.map(({ scopeId }) => scopeId),
        rows.map(({ scopeKind }) => scopeKind),
        rows.map(({ state }) => state),
        rows.map(({ since }) => since),
        rows.map(({ returnedTo }) => returnedTo?.[0] ?? null),
      ],
    );
    await sql.rows('ALTER TABLE suppression ENABLE TRIGGER suppression_return');
  });
}
