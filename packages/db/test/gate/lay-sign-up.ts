import type { ScopeKind, SignUpFacts } from '@adieu/domain';
import type { TestDatabase } from '@adieu/testkit';
import type { DrawnSignUp } from './draw.ts';

/** Where somebody signs up: ids of what the campaign goes through, of another account, and of the list that counts. */
export interface SignsUp {
  readonly organisationId: string;
  readonly accountId: string;
  readonly list: string;
  readonly own: Readonly<Record<ScopeKind, string>>;
  readonly other: string;
  readonly key: Buffer;
  readonly recipientId: string;
  readonly now: Date;
}

const hour = 3_600_000;

/** Proofs and consents as drawn, of which the guards would refuse what no product writes. */
export async function allowAnyAgreement(test: TestDatabase): Promise<void> {
  await test.db.sql.rows(
    'ALTER TABLE double_opt_in_proof DISABLE TRIGGER double_opt_in_proof_founded',
  );
  await test.db.sql.rows('ALTER TABLE consent_record DISABLE TRIGGER consent_record_no_way_back');
}

/** Writes a sign-up, and what its person agreed to besides; gives what the domain is told of both. */
export async function laySignUp(
  test: TestDatabase,
  drawn: DrawnSignUp | null,
  at: SignsUp,
): Promise<Pick<SignUpFacts, 'open' | 'agreedTo'>> {
  if (drawn === null) return { open: [], agreedTo: [] };
  const { organisationId, accountId, list, own, other, key, recipientId, now } = at;
  const scopeId = drawn.ofScope ? own[drawn.kind] : other;
  const account = drawn.ofAccount ? accountId : other;
  const requestedAt = new Date(now.getTime() + drawn.hour * hour);
  const end = (how: DrawnSignUp['ended']) => (drawn.ended === how ? requestedAt : null);
  const row = [organisationId, account, recipientId, list, key, drawn.kind, scopeId, requestedAt];
  await test.db.sql.rows(
    `INSERT INTO double_opt_in (organisation_id, account_id, recipient_id, list_id, address_key, channel, scope_kind, scope_id,
       scope_name, language, declaration, declaration_version, requested_at, expires_at, confirmed_at, superseded_at)
     VALUES ($1, $2, $3, $4, $5, 'EMAIL', $6, $7, 'x', 'en', 'x', 'x', $8, $8::timestamptz + interval '1 day', $9, $10)`,
    [...row, end('CONFIRMED'), end('SUPERSEDED')],
  );
  const agreed = { ASKED: scopeId, BOOK: own.BOOK, ANOTHER: recipientId }[drawn.agreedTo];
  const agreement = [organisationId, recipientId, list, key, agreed, now];
  if (drawn.agreed === 'PROOF')
    await test.db.sql.rows(
      `INSERT INTO double_opt_in_proof (double_opt_in_id, organisation_id, recipient_id, list_id, address_key, channel, scope_kind,
         scope_id, scope_name, address, language, declaration, declaration_version, mail_message_id, requested_at, confirmed_at)
       VALUES (uuidv7(), $1, $2, $3, $4, 'EMAIL', 'BOOK', $5, 'x', 'x', 'en', 'x', 'x', 'x', $6, $6)`,
      agreement,
    );
  if (drawn.agreed === 'CONSENT')
    await test.db.sql.rows(
      `INSERT INTO consent_record (organisation_id, recipient_id, list_id, address_key, channel, scope_kind, scope_id, scope_name,
         consent_text, source, obtained_at, outcome, recorded_at, recorded_by, account_id)
       VALUES ($1, $2, $3, $4, 'EMAIL', 'BOOK', $5, 'x', 'x', 'x', $6, 'RECORDED', $6, 'test', $7)`,
      [...agreement, accountId],
    );
  return {
    open: drawn.ended === null ? [{ accountId: account, scopeId, requestedAt }] : [],
    agreedTo: drawn.agreed === null ? [] : [agreed],
  };
}
