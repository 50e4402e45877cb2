import type { Channel } from '@adieu/domain';
import { startDoubleOptIn } from '../double-opt-in/start-double-opt-in.ts';
import { ensureRecipient } from '../contacts/ensure-recipients.ts';
import type { Sql } from '../sql.ts';
import { findSignUpForm } from './sign-up-forms.ts';

export interface SignUp {
  readonly formId: string;
  readonly channel: Channel;
  readonly address: string;
  readonly addressKey: Buffer;
  readonly language: string;
  readonly formUrl: string | null;
  readonly origin: string | null;
  readonly userAgent: string | null;
  /** Keyed hash of the origin, by which it is counted for a day (D-8). */
  readonly originKey: Buffer | null;
  readonly now: Date;
}

/**
 * Starts the double opt-in of a form's book, and nothing else, in the caller's transaction. A known, an opted-out and a
 * new address are not told apart (D-6); `too-many` must look like success to whoever asked (D-8).
 */
export async function signUp(
  sql: Sql,
  { formId, channel, address, addressKey, ...visit }: SignUp,
): Promise<{ id: string } | { refused: 'not-found' | 'too-many' | 'channel-not-served' }> {
  const form = await findSignUpForm(sql, formId);
  if (form === null) return { refused: 'not-found' };
  const { organisationId, declaration, declarationVersion } = form;
  await sql.rows('SAVEPOINT before_sign_up');
  const recipientId = await ensureRecipient(sql, {
    organisationId,
    channel,
    addressKey,
    address,
  });
  const started = await startDoubleOptIn(sql, {
    ...visit,
    organisationId,
    recipientId,
    accountId: null,
    scope: { kind: 'BOOK', id: form.addressBookId },
    declaration: () => declaration,
    declarationVersion: `form ${formId}, version ${declarationVersion}`,
  });
  // Whoever asks too often leaves no row of the addresses that they try.
  if ('refused' in started) await sql.rows('ROLLBACK TO SAVEPOINT before_sign_up');
  return started;
}
