import { listAccounts, type Sql } from '@adieu/db';
import { publicId, type Scope } from '@adieu/domain';
import { Failure } from '../failure.ts';
import { uuidOf } from './uuid-of.ts';

/** What the addresses of a list leave, or the book that its people go to: what was named, else the only account's marketing. */
export async function scopeOfImport(
  sql: Sql,
  organisationId: string,
  named: { account?: string; book?: string; topic?: string; everything?: boolean },
): Promise<Scope> {
  const { account, book, topic, everything } = named;
  const given = [account, book, topic, everything].filter((each) => each !== undefined);
  if (given.length > 1)
    throw new Failure('name one of --account, --book, --topic and --everything');
  if (account !== undefined)
    return { kind: 'ACCOUNT', id: uuidOf('account', 'an account', account) };
  if (book !== undefined) return { kind: 'BOOK', id: uuidOf('book', 'an address book', book) };
  if (topic !== undefined) return { kind: 'TOPIC', id: uuidOf('topic', 'a topic', topic) };
  if (everything !== undefined) return { kind: 'ORGANISATION', id: organisationId };
  const accounts = await listAccounts(sql, organisationId, { archived: false, ids: null });
  const [only, ...others] = accounts;
  if (only !== undefined && others.length === 0) return { kind: 'ACCOUNT', id: only.id };
  const all = accounts.map(({ id, name }) => `\n  ${publicId('account', id)}  ${name}`).join('');
  throw new Failure(`there are several accounts; --account says whose marketing they leave:${all}`);
}
