import { fromUUID } from 'typeid-js';
import { request } from 'undici';
import { memoryOf } from './memory.ts';
import { openScratch, type Scratch } from './scratch.ts';
import { startApi } from './start-api.ts';
import type { Started } from './start-process.ts';

const BUDGET = 1.5;
/** How much an export may add to the api's memory, in megabytes, whatever its length. */
const FLAT_MB = 150;
const TURNS = 3;
const BATCH_ROWS = 2_000;
const STEP = 50_000;

/**
 * `GET /audience` of a book against as many suppressions, one in ten of them its own, beside the bare anti-join read
 * through the same kind of cursor and thrown away. Gives whether time and memory kept their budgets.
 */
export async function benchAudience(options: { count: number }): Promise<boolean> {
  const { count } = options;
  const scratch = await openScratch();
  try {
    const counts = `${count.toLocaleString('en')} contacts, ${count.toLocaleString('en')} suppressions`;
    console.log(`${counts}, api and database on this machine`);
    await fill(scratch, count);
    const api = await startApi(scratch);
    try {
      await exportOnce(scratch, api);
      const before = await memoryOf(api.pid);
      const times: { reference: number[]; figure: number[] } = { reference: [], figure: [] };
      let size = '';
      for (let turn = 0; turn < TURNS; turn += 1) {
        times.reference.push(await seconds(() => antiJoin(scratch)));
        times.figure.push(
          await seconds(async () => {
            size = await exportOnce(scratch, api);
          }),
        );
      }
      const after = await memoryOf(api.pid);
      const [reference, figure] = [median(times.reference), median(times.figure)];
      console.log(
        `${'reference: the bare anti-join, thrown away'.padEnd(44)} ${show(times.reference)}`,
      );
      console.log(`${'GET /audience, NDJSON'.padEnd(44)} ${show(times.figure)}   ${size}`);
      const ratio = figure / reference;
      const isFast = ratio <= BUDGET;
      console.log(`ratio ${ratio.toFixed(2)} (budget ≤ ${BUDGET}) ${isFast ? 'kept' : 'MISSED'}`);
      const grown = before === null || after === null ? 0 : after.peak - before.now;
      const isFlat = grown <= FLAT_MB;
      console.log(
        `api's memory: ${before?.now.toFixed(0)} MB before, peak ${after?.peak.toFixed(0)} MB (budget ≤ ${FLAT_MB} MB more) ${isFlat ? 'kept' : 'MISSED'}`,
      );
      return isFast && isFlat;
    } finally {
      await api.stop();
    }
  } finally {
    await scratch.close();
  }
}

/** A tenth of the suppressions are the book's own, four tenths of its contacts about something else, the rest of strangers. */
async function fill({ db, seeded, analyze }: Scratch, count: number): Promise<void> {
  const { organisationId, newsletterId, newsTopicId } = seeded;
  // No statement may take longer than a minute, and this one checks two million foreign keys.
  for (let from = 1; from <= count; from += STEP)
    await db.sql.rows(
      `WITH people AS (
         INSERT INTO recipient (organisation_id, channel, address_key, address)
         SELECT $1, 'EMAIL', sha256(convert_to('bench' || i, 'UTF8')), 'person-' || i || '@bench.example.test'
         FROM generate_series($3::int, $4::int) i RETURNING id
       ), contacts AS (
         INSERT INTO contact (id, address_book_id, language, fields)
         SELECT id, $2, 'en', '{"first_name": "Åsa", "city": "Malmö"}' FROM people
       )
       INSERT INTO contact_address (contact_id, channel, address_book_id, recipient_id) SELECT id, 'EMAIL', $2, id FROM people`,
      [organisationId, newsletterId, from, Math.min(count, from + STEP - 1)],
    );
  for (let from = 1; from <= count; from += STEP)
    await db.sql.rows(
      `INSERT INTO suppression (address_key, list_id, channel, scope_id, scope_kind, state, since)
     SELECT sha256(convert_to(CASE WHEN i <= $4::int / 2 THEN 'bench' ELSE 'stranger' END || i, 'UTF8')), $1, 'EMAIL',
       CASE WHEN i <= $4::int / 10 THEN $2::uuid ELSE $3::uuid END, CASE WHEN i <= $4::int / 10 THEN 'BOOK' ELSE 'TOPIC' END, 'OPTED_OUT', now()
     FROM generate_series($5::int, $6::int) i`,
      [organisationId, newsletterId, newsTopicId, count, from, Math.min(count, from + STEP - 1)],
    );
  await analyze();
}

async function antiJoin({ db, seeded }: Scratch): Promise<void> {
  const batches = db.batches(
    `SELECT r.address, r.channel, k.language, k.fields::text FROM book_address k JOIN recipient r ON r.id = k.recipient_id
     WHERE k.address_book_id = $1 AND NOT EXISTS (
       SELECT FROM suppression s WHERE s.address_key = r.address_key AND s.list_id = $2 AND s.channel = 'EMAIL' AND s.scope_id = $1)`,
    [seeded.newsletterId, seeded.organisationId],
    BATCH_ROWS,
  );
  for await (const batch of batches) if (batch.length === 0) throw new Error('an empty batch');
}

/** Reads one export to its end and makes sure that it is whole; tells its size. */
async function exportOnce({ seeded }: Scratch, api: Started): Promise<string> {
  const url = `${api.origin}/audience/${fromUUID(seeded.newsletterId, 'book')}?use=EMAIL`;
  const { body, statusCode } = await request(url, {
    headers: { authorization: `Bearer ${seeded.adminKey}` },
    bodyTimeout: 0,
    headersTimeout: 0,
  });
  if (statusCode !== 200) throw new Error(`the export answered ${statusCode}`);
  let bytes = 0;
  let last = Buffer.alloc(0);
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    last = Buffer.concat([last, chunk]).subarray(-200);
  }
  const end = /\{"complete":true,"count":(\d+).*\}\n$/.exec(last.toString());
  if (end === null) throw new Error('the export was not whole');
  return `${Number(end[1]).toLocaleString('en')} contacts, ${(bytes / 1e6).toFixed(0)} MB`;
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function show(times: readonly number[]): string {
  const all = times.map((time) => `${time.toFixed(2)} s`).join(', ');
  return `p50 ${median(times).toFixed(2)} s   (${all})`;
}
