import { createApiKey } from '@adieu/db';
import { addressKey, createSecretToken } from '@adieu/keys';
import { Pool } from 'undici';
import { inTurns } from './in-turns.ts';
import { type Figure, percentile } from './report.ts';
import { openScratch, type Scratch } from './scratch.ts';
import { startApi } from './start-api.ts';

/** Of what design asks for: each a second, through HTTP and JSON. */
const CHECKS_A_SECOND = 100_000;
const CHANGES_A_SECOND = 10_000;
const AT_ONCE = 10_000;
const CONNECTIONS = 2;
const TURNS = 5;
const STEP = 50_000;

/**
 * `POST /v1/check` and `GET /v1/changes` with 10,000 at once, beside the bare queries: a look-up by primary key of the same
 * addresses, and the same rows of the ledger with what stands. Every other address that is asked about has left.
 */
export async function benchThirdParties(options: {
  count: number;
  asks: number;
}): Promise<boolean> {
  const { count, asks } = options;
  const scratch = await openScratch();
  try {
    const addresses = await fill(scratch, count);
    const key = await keyOf(scratch);
    const api = await startApi(scratch);
    const client = new Pool(api.origin, { connections: CONNECTIONS, pipelining: 1 });
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const answerOf = async (path: string, body?: string): Promise<string> => {
      const answer = await client.request({
        path,
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...headers, accept: 'application/json' },
        ...(body !== undefined && { body }),
      });
      const text = await answer.body.text();
      if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${text}`);
      return text;
    };
    try {
      console.log(
        `${count.toLocaleString('en')} opt-outs, ${AT_ONCE.toLocaleString('en')} at once, ${CONNECTIONS} connections, all on this machine`,
      );
      const questions = Array.from({ length: asks }, (_, nth) =>
        questionOf(scratch, addresses, nth),
      );
      const checked = await inTurns(questions, {
        reference: ({ keys }) => lookUp(scratch, keys),
        work: async ({ body }) => void (await answerOf('/v1/check', body)),
        ...turnsOf(questions),
      });
      show('reference: rows by primary key', checked.reference);
      show('POST /v1/check', checked.figure);
      console.log(
        `ratio ${checked.ratio.toFixed(2)} (no budget: the reference reads no JSON and hashes nothing)`,
      );

      const { items, end } = JSON.parse(await answerOf('/v1/changes')) as {
        items: unknown[];
        end: { next: string };
      };
      if (items.length > 0) throw new Error('without a cursor nothing is told');
      const from = await changeAgain(scratch, asks * AT_ONCE);
      const cursors = [end.next];
      while (cursors.length < asks) {
        const text = await answerOf(`/v1/changes?after=${cursors.at(-1)!}`);
        cursors.push((JSON.parse(text) as { end: { next: string } }).end.next);
      }
      const places = cursors.map((cursor, nth) => ({ cursor, from: from + nth * AT_ONCE }));
      const followed = await inTurns(places, {
        reference: (place) => readLedger(scratch, place.from),
        work: async ({ cursor }) => void (await answerOf(`/v1/changes?after=${cursor}`)),
        ...turnsOf(places),
      });
      show('reference: the ledger and what stands', followed.reference);
      show('GET /v1/changes', followed.figure);
      console.log(`ratio ${followed.ratio.toFixed(2)} (no budget)`);
      const [checks, changes] = [checked.figure, followed.figure].map(
        (each) => each.perSecond * AT_ONCE,
      );
      console.log(verdict('checks', checks!, CHECKS_A_SECOND));
      console.log(verdict('changes', changes!, CHANGES_A_SECOND));
      return checks! >= CHECKS_A_SECOND && changes! >= CHANGES_A_SECOND;
    } finally {
      await client.close();
      await api.stop();
    }
  } finally {
    await scratch.close();
  }
}

interface Question {
  readonly body: string;
  readonly keys: readonly Buffer[];
}

function turnsOf<Item>(items: readonly Item[]) {
  return { atOnce: CONNECTIONS, turns: TURNS, warm: items.slice(0, CONNECTIONS) };
}

/** Opt-outs of the newsletter; gives their addresses. */
async function fill({ db, seeded, analyze }: Scratch, count: number): Promise<string[]> {
  const { organisationId, newsletterId, ring } = seeded;
  const addresses = Array.from({ length: count }, (_, i) => `left-${i}@bench.example.test`);
  for (let from = 0; from < count; from += STEP) {
    const some = addresses.slice(from, from + STEP);
    await db.sql.rows(
      `WITH people AS (
         INSERT INTO recipient (organisation_id, channel, address_key, address)
         SELECT $1, 'EMAIL', k, a FROM unnest($3::bytea[], $4::text[]) x(k, a) RETURNING address_key
       )
       INSERT INTO suppression (address_key, list_id, channel, scope_id, scope_kind, state, since, request_id)
       SELECT address_key, $1, 'EMAIL', $2, 'BOOK', 'OPTED_OUT', now(), uuidv7() FROM people`,
      [organisationId, newsletterId, some.map((each) => addressKey(ring, 'EMAIL', each)), some],
    );
  }
  await analyze();
  return addresses;
}

/** Events about so many addresses, as wishes write them; gives the id of the first. */
async function changeAgain({ db, seeded, analyze }: Scratch, count: number): Promise<number> {
  const { organisationId, newsletterId } = seeded;
  const [first] = await db.sql.rows<{ id: string }>(
    `WITH made AS (
       INSERT INTO ledger_event (organisation_id, at, type, address_key, channel, scope_kind, scope_id, actor_kind, actor)
       SELECT $1, now(), 'REQUESTED', s.address_key, 'EMAIL', 'BOOK', $2, 'KEY', 'bench'
       FROM suppression s, generate_series(1, ceil($3::numeric / (SELECT count(*) FROM suppression))::int) ORDER BY random() LIMIT $3
       RETURNING id
     ) SELECT min(id) AS id FROM made`,
    [organisationId, newsletterId, count],
  );
  await analyze();
  return Number(first!.id);
}

async function keyOf({ db, seeded }: Scratch): Promise<string> {
  const { secret, hash } = createSecretToken('adieu_');
  await createApiKey(db.sql, {
    organisationId: seeded.organisationId,
    name: 'of a third party',
    role: null,
    uses: ['gate:ask', 'suppressions:read'],
    keyHash: hash,
    createdBy: { kind: 'SYSTEM', name: 'bench' },
  });
  return secret;
}

/** Half of them have left. */
function questionOf({ seeded }: Scratch, left: readonly string[], nth: number): Question {
  const addresses = Array.from({ length: AT_ONCE }, (_, i) =>
    i % 2 === 0 ? left[(nth * AT_ONCE + i) % left.length]! : `stays-${nth}-${i}@bench.example.test`,
  );
  const asked = { channel: 'EMAIL', addresses };
  return {
    body: JSON.stringify(asked),
    keys: addresses.map((each) => addressKey(seeded.ring, 'EMAIL', each)),
  };
}

async function lookUp({ db, seeded }: Scratch, keys: readonly Buffer[]): Promise<void> {
  await db.sql.rows(
    `SELECT i.nth, s.state, s.since, s.request_id FROM unnest($1::bytea[]) WITH ORDINALITY AS i(key, nth)
     JOIN suppression s ON s.address_key = i.key AND s.list_id = $2 AND s.channel = 'EMAIL' AND s.scope_id = $3`,
    [keys, seeded.organisationId, seeded.newsletterId],
  );
}

async function readLedger({ db, seeded }: Scratch, from: number): Promise<void> {
  await db.sql.rows(
    `SELECT e.id, r.address, s.* FROM ledger_event e
     JOIN suppression s ON s.address_key = e.address_key AND s.channel = e.channel
     JOIN recipient r ON r.organisation_id = e.organisation_id AND r.channel = e.channel AND r.address_key = e.address_key
     WHERE e.organisation_id = $1 AND e.id >= $2 AND e.id < $3 ORDER BY e.tx, e.id`,
    [seeded.organisationId, from, from + AT_ONCE],
  );
}

function show(name: string, { perSecond, millis }: Figure): void {
  const rate = Math.round(perSecond * AT_ONCE).toLocaleString('en');
  console.log(
    `${name.padEnd(44)} ${rate.padStart(10)}/s   a page p50 ${percentile(millis, 50).toFixed(0)} ms   p99 ${percentile(millis, 99).toFixed(0)} ms`,
  );
}

function verdict(what: string, perSecond: number, asked: number): string {
  const rate = Math.round(perSecond).toLocaleString('en');
  return `${rate} ${what} a second (budget ≥ ${asked.toLocaleString('en')}) ${perSecond >= asked ? 'kept' : 'MISSED'}`;
}
