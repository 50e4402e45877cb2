import { consentDeclaration, DECLARATION_VERSION, languageOf } from '@adieu/messages';
import type { AnsweredMessage } from '../inbound/answered-message.ts';
import type { Sql } from '../sql.ts';
import { startDoubleOptIn } from './start-double-opt-in.ts';

/**
 * Begins a double opt-in for somebody who answered START to a mail of ours, for what that mail's link leaves and no more (A6). The
 * question goes to whom the mail went, whoever answered. Changes nothing about the opt-out; null where it may not begin now (D-8).
 */
export async function startDoubleOptInByMail(
  sql: Sql,
  answered: AnsweredMessage,
  now: Date,
): Promise<string | null> {
  const { organisationId, accountId, accountName, recipientId, scope } = answered;
  const language = languageOf(answered.language);
  const started = await startDoubleOptIn(sql, {
    organisationId,
    recipientId,
    scope,
    accountId,
    language,
    declaration: (name, kind) => consentDeclaration(language, accountName, { kind, name }),
    declarationVersion: DECLARATION_VERSION,
    formUrl: null,
    origin: null,
    userAgent: null,
    now,
  });
  return 'refused' in started ? null : started.id;
}
