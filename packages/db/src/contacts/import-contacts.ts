import { addressKey, type KeyRing } from '@adieu/keys';
import type { Channel } from '@adieu/domain';
import type { Database } from '../database.ts';
import type { ContactRow, RejectedRow } from './contact-row.ts';
import { type MergeRefusal, mergeContacts, type Person } from './merge-contacts.ts';

export interface ContactsImport {
  /** Contacts that the book did not have. */
  readonly created: number;
  /** Contacts that it had, with their fields as the file says now. */
  readonly updated: number;
  /** Of these, how many have an address that stays opted out or paused for this book: an import never revives (F9). */
  readonly stillOptedOut: number;
  /** Of all rows. */
  readonly rejectedCount: number;
  /** The first of them, by line. */
  readonly rejected: readonly RejectedRow[];
}

const BATCH_ROWS = 2_000;
/** Reported rows are bounded, or a file of garbage would fill the memory with complaints. */
export const MOST_REJECTED_ROWS_REPORTED = 1_000;

/**
 * Adds the rows of a list to a book, in transactions of 2,000 rows; importing the same list twice changes nothing.
 * Good rows are kept and bad ones reported with their line. Null where the organisation has no such book.
 */
export async function importContacts(
  db: Database,
  input: {
    readonly organisationId: string;
    readonly addressBookId: string;
    /** As a reader gives them: good rows, and bad ones with what is wrong. */
    readonly rows: AsyncIterable<ContactRow | RejectedRow> | Iterable<ContactRow>;
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
  const totals = { created: 0, updated: 0, stillOptedOut: 0, rejectedCount: 0 };
  const rejected: RejectedRow[] = [];
  const reject = (row: RejectedRow): void => {
    totals.rejectedCount += 1;
    if (rejected.length < MOST_REJECTED_ROWS_REPORTED) rejected.push(row);
  };
  // A row that says the same addresses again takes the place of the one before.
  let batch = new Map<string, { line: number; person: Person }>();
  const flush = async (): Promise<void> => {
    const rows = [...batch.values()];
    batch = new Map();
    const persons = rows.map(({ person }) => person);
    const merged = await db.transaction((tx) => mergeContacts(tx, { ...input, persons }));
    for (const [i, each] of merged.entries()) {
      if ('refused' in each) {
        reject({ line: rows[i]!.line, ...explainRefusal(each) });
        continue;
      }
      totals[each.created ? 'created' : 'updated'] += 1;
      if (each.isStopped) totals.stillOptedOut += 1;
    }
  };
  for await (const row of input.rows) {
    if ('message' in row) {
      reject(row);
      continue;
    }
    const person = personOf(row, input.ring);
    const keys = person.addresses.map((each) => each.addressKey.toString('base64'));
    batch.set(keys.join(' '), { line: row.line, person });
    if (batch.size >= BATCH_ROWS) await flush();
  }
  if (batch.size > 0) await flush();
  // A parser reads ahead, so a row that is no CSV may be told of before an earlier one with a bad address.
  return { ...totals, rejected: rejected.toSorted((a, b) => a.line - b.line) };
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

const FIELDS = { EMAIL: 'email', SMS: 'phone' } as const satisfies Record<Channel, string>;
const ADDRESSES = { EMAIL: 'e-mail address', SMS: 'number' } as const;

function explainRefusal(refusal: MergeRefusal): Omit<RejectedRow, 'line'> {
  if (refusal.refused === 'two-contacts')
    return {
      field: FIELDS.SMS,
      message:
        'the number is of another contact of this book than the e-mail address: remove the contact that is not this person, then import the row again',
    };
  const which = ADDRESSES[refusal.channel];
  return {
    field: FIELDS[refusal.channel],
    message: `this person has another ${which} in this book, and an import changes none: change it at the contact, or leave it out of the row`,
  };
}
