import { type AskGate, askTogether, type GatePath, mayContactMany } from '@adieu/db';
import { inTurns } from './in-turns.ts';
import { describeFigure, describeRatio } from './report.ts';
import { openScratch, type Scratch } from './scratch.ts';

const BUDGET = 0.85;
const BUDGET_OF_MANY = 0.8;
const CONNECTIONS = 16;
const ALONE = 1;
const MANY = 1_000;
const STEP = 100_000;
const TURNS = 10;

/**
 * The gate's answer for one address and for a thousand, beside a lookup by primary key of the same rows through the same
 * pool. Half of what is asked is suppressed. Who asks for one address while others do is answered with them, as by the api; what
 * one costs whom nobody asks beside is printed too. Gives whether both kept the budget.
 */
export async function benchGate(options: { count: number; asks: number }): Promise<boolean> {
  const { count, asks } = options;
  const scratch = await openScratch();
  try {
    console.log(
      `${count.toLocaleString('en')} suppressions, ${CONNECTIONS} connections, database on this machine`,
    );
    const keys = await fill(scratch, count, asks);
    const gate = askTogether(() => scratch.db.sql);
    const askOne = (some: readonly Buffer[], atOnce: number) =>
      inTurns(some, {
        reference: (key) => lookUp(scratch, key),
        work: (key) => askGate(gate, pathOf(scratch), key),
        ...turnsOf(some, atOnce),
      });
    const one = await askOne(keys, CONNECTIONS);
    console.log(describeFigure('reference: one row by primary key', one.reference));
    console.log(describeFigure('mayContact', one.figure));
    console.log(describeRatio(one.ratio, BUDGET));
    const alone = await askOne(keys.slice(0, keys.length / TURNS), ALONE);
    console.log(describeFigure('reference, one after the other', alone.reference));
    console.log(describeFigure('mayContact, one after the other', alone.figure));
    console.log(`ratio ${alone.ratio.toFixed(2)} (no budget: nobody to be asked about together)`);
    const thousands = Array.from({ length: Math.ceil(keys.length / MANY) }, (_, i) =>
      keys.slice(i * MANY, (i + 1) * MANY),
    );
    const many = await inTurns(thousands, {
      reference: (batch) => lookUpMany(scratch, batch),
      work: (batch) => askGateMany(scratch, batch),
      ...turnsOf(thousands, CONNECTIONS),
    });
    console.log(describeFigure(`reference: ${MANY} rows by primary key`, many.reference));
    console.log(describeFigure(`mayContactMany of ${MANY}`, many.figure));
    console.log(describeRatio(many.ratio, BUDGET_OF_MANY));
    return one.ratio >= BUDGET && many.ratio >= BUDGET_OF_MANY;
  } finally {
    await scratch.close();
  }
}

function turnsOf<Item>(items: readonly Item[], atOnce: number) {
  return { atOnce, turns: TURNS, warm: items.slice(0, Math.ceil(items.length / TURNS)) };
}

/** Suppressions of the newsletter and the recipients whose they are; gives the keys to ask for, every other one of them suppressed. */
async function fill(
  { db, seeded, analyze }: Scratch,
  count: number,
  asks: number,
): Promise<Buffer[]> {
  const { organisationId, newsletterId } = seeded;
  const suppressed = Math.min(count, Math.ceil(asks / 2));
  // No statement may take longer than a minute.
  for (let from = 1; from <= count; from += STEP)
    await db.sql.rows(
      `WITH people AS (
       INSERT INTO recipient (organisation_id, channel, address_key)
       SELECT $1, 'EMAIL', sha256(convert_to('bench' || i, 'UTF8')) FROM generate_series($3::int, $4::int) i
       RETURNING address_key
     )
     INSERT INTO suppression (address_key, list_id, channel, scope_id, scope_kind, state, since, request_id)
     SELECT address_key, $1, 'EMAIL', $2, 'BOOK', 'OPTED_OUT', now(), uuidv7() FROM people`,
      [organisationId, newsletterId, from, Math.min(count, from + STEP - 1)],
    );
  await analyze();
  const rows = await db.sql.rows<{ key: Buffer }>(
    `SELECT sha256(convert_to(x.name || i, 'UTF8')) AS key
     FROM generate_series(1, $1::int) i CROSS JOIN (VALUES ('bench'), ('stranger')) x(name) ORDER BY random()`,
    [suppressed],
  );
  return rows.map(({ key }) => key);
}

async function lookUp({ db, seeded }: Scratch, key: Buffer): Promise<void> {
  await db.sql.rows(
    `SELECT state, since, request_id FROM suppression
     WHERE address_key = $1 AND list_id = $2 AND channel = 'EMAIL' AND scope_id = $3`,
    [key, seeded.organisationId, seeded.newsletterId],
  );
}

async function lookUpMany({ db, seeded }: Scratch, keys: readonly Buffer[]): Promise<void> {
  await db.sql.rows(
    `SELECT i.nth, s.state, s.since, s.request_id FROM unnest($1::bytea[]) WITH ORDINALITY AS i(key, nth)
     JOIN suppression s ON s.address_key = i.key AND s.list_id = $2 AND s.channel = 'EMAIL' AND s.scope_id = $3`,
    [keys, seeded.organisationId, seeded.newsletterId],
  );
}

function pathOf({ seeded }: Scratch): GatePath {
  return {
    organisationId: seeded.organisationId,
    channel: 'EMAIL',
    addressBookId: seeded.newsletterId,
    topicId: null,
    accountId: null,
    purpose: null,
    now: new Date(),
  };
}

async function askGate(gate: AskGate, path: GatePath, addressKey: Buffer): Promise<void> {
  const judged = await gate({ ...path, addressKey });
  if ('refused' in judged) throw new Error(`the gate refused to answer: ${judged.refused}`);
}

async function askGateMany(scratch: Scratch, keys: readonly Buffer[]): Promise<void> {
  const judged = await mayContactMany(scratch.db.sql, pathOf(scratch), keys);
  if ('refused' in judged) throw new Error(`the gate refused to answer: ${judged.refused}`);
}
