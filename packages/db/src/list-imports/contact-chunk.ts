import type { ListImportCounts } from '@adieu/domain';
import { addressKey, type KeyRing } from '@adieu/keys';
import type { ContactRow, OptOutRow } from '../contacts/contact-row.ts';
import { explainMergeRefusal } from '../contacts/explain-merge-refusal.ts';
import { mergeContacts } from '../contacts/merge-contacts.ts';
import { optOutRows, OPT_OUT_ROW_REFUSALS } from '../contacts/opt-out-rows.ts';
import { LIST_READ } from '../organisation/list-read.sql.ts';
import type { Transaction } from '../sql.ts';
import type { ChunkWork, ListChunk } from './advance.ts';
import { stageRows, type StagedRemark } from './stage-rows.ts';

/** What is staged of a row of contacts: one person, or one who left by the list. */
export type StagedPerson = (ContactRow | OptOutRow) & { readonly place: string };

/** How many are put into a book by one statement. */
const AT_ONCE = 2_000;

/** Puts the people of a chunk into the book; who left by the list is opted out of it before anybody is added. */
export function contactChunk(ring: KeyRing, now: Date): ChunkWork {
  return async (tx, list, chunk) => {
    const staged = await peopleOf(tx, list.id, chunk);
    const totals = { fresh: 0, known: 0, out: 0, leaving: 0, refused: 0 };
    const remarks: StagedRemark[] = [];
    const refuse = (
      { n, person }: Staged,
      told: { field: string | null; message: string },
    ): void => {
      totals.refused += 1;
      remarks.push({
        n,
        position: 0,
        place: person.place,
        rejected: true,
        field: told.field,
        value: null,
        reason: told.message,
        remedy: null,
      });
    };
    const by = {
      organisationId: list.organisationId,
      addressBookId: list.scopeId,
      actor: { kind: list.askedByKind, name: list.askedBy },
      ring,
      now,
    };
    const leavers = staged.filter(isLeaver);
    const became = await optOutRows(
      tx,
      leavers.map(({ person }) => person),
      by,
    );
    for (const [i, each] of became.entries()) {
      if (each === 'optedOut' || each === 'outBefore') totals.leaving += 1;
      else refuse(leavers[i]!, { field: null, message: OPT_OUT_ROW_REFUSALS[each] });
    }
    const others = staged.filter((each): each is Staged<ContactRow> => !isLeaver(each));
    for (let from = 0; from < others.length; from += AT_ONCE) {
      const some = others.slice(from, from + AT_ONCE);
      const merged = await mergeContacts(tx, {
        ...by,
        persons: some.map(({ person: { addresses, language, fields, tags } }) => ({
          addresses: addresses.map((each) => ({
            ...each,
            addressKey: addressKey(ring, each.channel, each.address),
          })),
          language,
          fields,
          ...(tags && { tags }),
        })),
      });
      for (const [i, each] of merged.entries()) {
        if ('refused' in each) {
          refuse(some[i]!, explainMergeRefusal(each));
          continue;
        }
        totals[each.created ? 'fresh' : 'known'] += 1;
        if (each.isStopped) totals.out += 1;
      }
    }
    await stageRows(tx, list.id, { rows: [], remarks });
    return totals;
  };
}

interface Staged<Person = ContactRow | OptOutRow> {
  readonly n: number;
  readonly person: Person & { readonly place: string };
}

function isLeaver(each: Staged): each is Staged<OptOutRow> {
  return 'optsOut' in each.person;
}

async function peopleOf(
  tx: Transaction,
  importId: string,
  { fromBucket, beforeBucket }: ListChunk,
): Promise<Staged[]> {
  return tx.rows(
    `SELECT n::int, person FROM list_import_row WHERE import_id = $1 AND bucket >= $2 AND bucket < $3 ORDER BY n`,
    [importId, fromBucket, beforeBucket],
  );
}

// $1 book, $2 numbers, $3 channels, $4 keys. OFFSET 0: looked up one by one, by key.
const COUNT = `
  WITH given AS (SELECT * FROM unnest($2::int[], $3::text[], $4::bytea[]) AS g(n, channel, address_key)),
  held AS (
    SELECT g.n, x.contact_id IS NOT NULL AS known, r.id IS NOT NULL AND EXISTS (
      SELECT 1 FROM covering_suppressions(r.address_key, ${LIST_READ}, r.channel, b.purpose, a.organisation_id, a.id, b.id, NULL)) AS out
    FROM address_book b JOIN account a ON a.id = b.account_id CROSS JOIN given g
    LEFT JOIN LATERAL (SELECT r.id, r.address_key, r.channel FROM recipient r WHERE r.organisation_id = a.organisation_id
      AND r.channel = g.channel AND r.address_key = g.address_key OFFSET 0) r ON true
    LEFT JOIN LATERAL (SELECT x.contact_id FROM contact_address x
      WHERE x.recipient_id = r.id AND x.address_book_id = b.id OFFSET 0) x ON true
    WHERE b.id = $1::uuid
  ), person AS (SELECT n, bool_or(known) AS known, bool_or(out) AS out FROM held GROUP BY n)
  SELECT count(*) FILTER (WHERE NOT known)::int AS fresh, count(*) FILTER (WHERE known)::int AS known,
    count(*) FILTER (WHERE out)::int AS out FROM person`;

/** What a stretch of a list of contacts would do. */
export async function countContacts(
  tx: Transaction,
  list: { readonly importId: string; readonly addressBookId: string; readonly ring: KeyRing },
  chunk: ListChunk,
): Promise<Pick<ListImportCounts, 'fresh' | 'known' | 'out' | 'leaving'>> {
  const staged = await peopleOf(tx, list.importId, chunk);
  const given = staged
    .filter((each) => !isLeaver(each))
    .flatMap(({ n, person }) => person.addresses.map((address) => ({ n, ...address })));
  const [row] = await tx.rows<Pick<ListImportCounts, 'fresh' | 'known' | 'out'>>(COUNT, [
    list.addressBookId,
    given.map(({ n }) => n),
    given.map(({ channel }) => channel),
    given.map(({ channel, address }) => addressKey(list.ring, channel, address)),
  ]);
  return { ...row!, leaving: staged.filter(isLeaver).length };
}

// Two rows of one list with the same addresses say the same of the same person: the first counts.
const SAID_TWICE = `
  WITH said AS (
    SELECT bucket, n, person ->> 'place' AS place, first_value(person ->> 'place') OVER w AS first, row_number() OVER w AS nth
    FROM list_import_row WHERE import_id = $1 WINDOW w AS (PARTITION BY address ORDER BY n)
  ), gone AS (
    DELETE FROM list_import_row r USING said s
    WHERE r.import_id = $1 AND r.bucket = s.bucket AND r.n = s.n AND s.nth > 1 RETURNING 1
  ), told AS (
    INSERT INTO list_import_remark (import_id, n, position, place, rejected, reason)
    SELECT $1, n, 1, place, false, 'the same as ' || first || ', which counts' FROM said WHERE nth > 1
  )
  UPDATE list_import SET counts = counts || jsonb_build_object('repeated', (SELECT count(*) FROM gone)) WHERE id = $1`;

/** Takes staged people of contacts away who were said before in the list, and tells of each. */
export async function dropSaidTwice(tx: Transaction, importId: string): Promise<void> {
  await tx.rows(SAID_TWICE, [importId]);
}
