import { addressKey, type KeyRing } from '@adieu/keys';
import type { NamedActor } from '@adieu/domain';
import type { DatabaseAccess } from '../database.ts';
import type { ContactRow, ListRow, OptOutRow, RejectedRow, RowNote } from './contact-row.ts';
import { analyzeContacts } from './analyze-contacts.ts';
import { despiteDeadlocks } from './despite-deadlocks.ts';
import { explainMergeRefusal } from './explain-merge-refusal.ts';
import { optOutRows, OPT_OUT_ROW_REFUSALS } from './opt-out-rows.ts';
import { Reported } from './reported.ts';
import { mergeContacts, type Person } from './merge-contacts.ts';

/** What became of a list. Rows are told apart once: created, updated, optedOut, outBefore, duplicates, blank and rejected make up all of them. */
export interface ContactsImport {
  /** All rows of the list. */
  readonly rows: number;
  /** Contacts that the book did not have. */
  readonly created: number;
  /** Contacts that it had, with their fields as the file says now. */
  readonly updated: number;
  /** Of these, how many have an address that stays opted out or paused for this book: an import never revives (F9). */
  readonly stillOptedOut: number;
  /** Of these, how many have an address at which mail comes back: it is not written to until that is lifted (P7). */
  readonly stillUndeliverable: number;
  /** Rows that say that their person left: opted out of the book by this import, and no contacts by it. */
  readonly optedOut: number;
  /** Rows that say so of people who were opted out of the book with all addresses of their row. */
  readonly outBefore: number;
  /** Rows that say nothing but addresses of earlier ones: the first counts. */
  readonly duplicates: number;
  readonly blank: number;
  /** Of all rows. */
  readonly rejectedCount: number;
  /** The first of them, by line. */
  readonly rejected: readonly RejectedRow[];
  /** What else is to be told of rows: the first of it, by line. */
  readonly notes: readonly RowNote[];
}

const BATCH_ROWS = 2_000;

/**
 * Adds the rows of a list to a book, in transactions of 2,000 rows; importing the same list twice changes nothing.
 * Good rows are kept and bad ones reported with their line. Who left by the list is opted out of the book before anybody is
 * added. Null where the organisation has no such book.
 */
export async function importContacts(
  db: DatabaseAccess,
  input: {
    readonly organisationId: string;
    readonly addressBookId: string;
    /** As a reader gives them, each row of the list once. */
    readonly rows: AsyncIterable<ListRow> | Iterable<ListRow>;
    /** Who is named in the histories of those who left by it. */
    readonly actor?: NamedActor;
    readonly ring: KeyRing;
    readonly now: Date;
  },
): Promise<ContactsImport | null> {
  const [book] = await db.sql.rows(
    `SELECT 1 FROM address_book b JOIN account a ON a.id = b.account_id
     WHERE b.id = $1 AND a.organisation_id = $2 AND b.archived_at IS NULL AND a.archived_at IS NULL`,
    [input.addressBookId, input.organisationId],
  );
  if (book === undefined) return null;
  const totals = {
    rows: 0,
    created: 0,
    updated: 0,
    stillOptedOut: 0,
    stillUndeliverable: 0,
    optedOut: 0,
    outBefore: 0,
    duplicates: 0,
    blank: 0,
  };
  const [rejected, notes] = [new Reported(), new Reported()];
  const firstLines = new Map<string, number>();
  let people: { line: number; person: Person }[] = [];
  let leavers: OptOutRow[] = [];
  const flush = async (): Promise<void> => {
    const [rows, left] = [people, leavers];
    [people, leavers] = [[], []];
    const became = await despiteDeadlocks(db, (tx) =>
      optOutRows(tx, left, { ...input, actor: input.actor ?? { kind: 'SYSTEM', name: 'import' } }),
    );
    for (const [i, each] of became.entries()) {
      if (each === 'optedOut' || each === 'outBefore') totals[each] += 1;
      else rejected.add({ line: left[i]!.line, field: null, message: OPT_OUT_ROW_REFUSALS[each] });
    }
    const persons = rows.map(({ person }) => person);
    const merged = await despiteDeadlocks(db, (tx) => mergeContacts(tx, { ...input, persons }));
    for (const [i, each] of merged.entries()) {
      if ('refused' in each) {
        rejected.add({ line: rows[i]!.line, ...explainMergeRefusal(each) });
        continue;
      }
      totals[each.created ? 'created' : 'updated'] += 1;
      if (each.isStopped) totals.stillOptedOut += 1;
      if (each.isUndeliverable) totals.stillUndeliverable += 1;
    }
  };
  for await (const row of input.rows) {
    totals.rows += 1;
    if ('message' in row) rejected.add(row);
    else if ('blank' in row) totals.blank += 1;
    else {
      const key = keyOf(row);
      const first = firstLines.get(key);
      if (first !== undefined) {
        totals.duplicates += 1;
        notes.add({
          line: row.line,
          field: null,
          message: `the same as line ${first}, which counts`,
        });
        continue;
      }
      firstLines.set(key, row.line);
      if ('optsOut' in row) leavers.push(row);
      else {
        people.push({ line: row.line, person: personOf(row, input.ring) });
        for (const note of row.notes ?? []) notes.add(note);
      }
    }
    if (people.length + leavers.length >= BATCH_ROWS) await flush();
  }
  if (people.length + leavers.length > 0) await flush();
  if (totals.rows >= BATCH_ROWS) await analyzeContacts(db.sql);
  return { ...totals, rejectedCount: rejected.count, rejected: rejected.first, notes: notes.first };
}

/** Two rows of one list with the same key say the same of the same person. */
function keyOf(row: ContactRow | OptOutRow): string {
  return [String('optsOut' in row), ...row.addresses.map(({ address }) => address)].join(' ');
}

function personOf({ addresses, language, fields }: ContactRow, ring: KeyRing): Person {
  return {
    addresses: addresses.map((each) => ({
      ...each,
      addressKey: addressKey(ring, each.channel, each.address),
    })),
    language,
    fields,
  };
}
