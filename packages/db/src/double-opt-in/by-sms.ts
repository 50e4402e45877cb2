import { type ExchangedSms, type Language, SECOND_WORD_HOURS } from '@adieu/domain';
import { DECLARATION_VERSION, SMS_MESSAGES } from '@adieu/messages';
import { languageTold } from '../contacts/language-told.sql.ts';
import type { Sql } from '../sql.ts';
import { type Confirmed, confirmDoubleOptIn } from './confirm-double-opt-in.ts';
import { startDoubleOptIn } from './start-double-opt-in.ts';

/** Somebody wrote START to a sender, about a book that they had an SMS of from there. */
export interface StartBySms {
  readonly organisationId: string;
  readonly accountId: string;
  readonly recipientId: string;
  readonly addressBookId: string;
  readonly asked: ExchangedSms;
  readonly answeredTo: string;
  readonly now: Date;
}

/**
 * Begins a double opt-in by SMS, for that book alone (A6). Changes nothing about the opt-out; null where it may not begin now, or
 * where this very START began one before: what a gateway brings again is known by the proof when the message is long gone.
 */
export async function startDoubleOptInBySms(sql: Sql, start: StartBySms): Promise<string | null> {
  const [account] = await sql.rows<{ name: string; language: Language }>(ACCOUNT, [
    start.accountId,
    start.recipientId,
    start.addressBookId,
  ]);
  const began = await sql.rows(
    `SELECT 1 FROM double_opt_in WHERE recipient_id = $1 AND exchange -> 'asked' ->> 'gatewayId' = $2`,
    [start.recipientId, start.asked.gatewayId],
  );
  if (began.length > 0) return null;
  const { name, language } = account!;
  const started = await startDoubleOptIn(sql, {
    organisationId: start.organisationId,
    recipientId: start.recipientId,
    scope: { kind: 'BOOK', id: start.addressBookId },
    accountId: null,
    language,
    declaration: (scopeName) => SMS_MESSAGES[language].declaration(name, scopeName),
    declarationVersion: DECLARATION_VERSION,
    formUrl: null,
    origin: null,
    userAgent: null,
    bySms: { answeredTo: start.answeredTo, asked: start.asked },
    now: start.now,
  });
  return 'refused' in started ? null : started.id;
}

// The reader's language, as in the receipt before it; the account's where nobody told one.
const ACCOUNT = `
  SELECT a.name, coalesce(${languageTold({ recipient: '$2', account: 'a.id', book: '$3' })}, a.default_language) AS language
  FROM account a WHERE a.id = $1`;

/** A prompt that waits for its second word. */
export interface OpenPrompt {
  readonly id: string;
  /** When the START was sent that it answers, by the gateway's time. */
  readonly askedAt: Date;
}

/**
 * What a sender asked this number last, where it waits for the second word still (SM-6). Of nothing that was asked before it: to
 * that no word is an answer any more, whatever became of the last; nor of a word that agreed to something before.
 */
export async function openPrompt(
  sql: Sql,
  prompt: {
    readonly addressKey: Buffer;
    readonly to: string;
    /** The gateway's id of the word. */
    readonly answerId: string;
    readonly now: Date;
  },
): Promise<OpenPrompt | null> {
  const [row] = await sql.rows<OpenPrompt>(
    `SELECT d.id, coalesce((d.exchange #>> '{asked,at}')::timestamptz, d.requested_at) AS "askedAt" FROM (
       SELECT * FROM double_opt_in WHERE address_key = $1 AND answered_to = $2 AND sent_at IS NOT NULL
       ORDER BY sent_at DESC, id DESC LIMIT 1
     ) d
     WHERE d.confirmed_at IS NULL AND d.superseded_at IS NULL AND d.expires_at > $3
       AND d.sent_at > $3::timestamptz - interval '${SECOND_WORD_HOURS} hours'
       AND NOT EXISTS (SELECT FROM double_opt_in o WHERE o.recipient_id = d.recipient_id AND o.exchange -> 'answer' ->> 'gatewayId' = $4)`,
    [prompt.addressKey, prompt.to, prompt.now, prompt.answerId],
  );
  return row ?? null;
}

/**
 * Whether a prompt to this number is on its way: its gateway may have it, and what it answered is not on record yet. A second word
 * that comes meanwhile is read again. One whose worker died is on its way for two minutes at most.
 */
export async function promptIsUnderWay(
  sql: Sql,
  prompt: { readonly addressKey: Buffer; readonly to: string; readonly now: Date },
): Promise<boolean> {
  const rows = await sql.rows(
    `SELECT 1 FROM system_sms WHERE address_key = $1 AND sender = $2 AND kind = 'PROMPT' AND state = 'HANDING_OVER'
       AND changed_at > $3::timestamptz - interval '2 minutes' LIMIT 1`,
    [prompt.addressKey, prompt.to, prompt.now],
  );
  return rows.length > 0;
}

/** The languages in which a sender asked this number for a second word, as long as one may come. */
export async function askedIn(
  sql: Sql,
  asked: { readonly addressKey: Buffer; readonly to: string; readonly now: Date },
): Promise<string[]> {
  const rows = await sql.rows<{ language: string }>(
    `SELECT DISTINCT language FROM double_opt_in WHERE address_key = $1 AND answered_to = $2 AND expires_at > $3
       AND confirmed_at IS NULL AND superseded_at IS NULL`,
    [asked.addressKey, asked.to, asked.now],
  );
  return rows.map(({ language }) => language);
}

/** Takes the second word: the double opt-in is confirmed, with the messages of both sides in its proof. */
export async function confirmBySms(
  sql: Sql,
  { id, answer, now }: { readonly id: string; readonly answer: ExchangedSms; readonly now: Date },
): Promise<Confirmed | null> {
  const [row] = await sql.rows<{ tokenHash: Buffer }>(
    `UPDATE double_opt_in SET exchange = exchange || jsonb_build_object('answer', $2::jsonb)
     WHERE id = $1 AND confirmed_at IS NULL RETURNING token_hash AS "tokenHash"`,
    [id, JSON.stringify(answer)],
  );
  if (row === undefined) return null;
  const { tokenHash } = row;
  const confirmed = await confirmDoubleOptIn(sql, {
    tokenHash,
    origin: null,
    userAgent: null,
    now,
  });
  return 'refused' in confirmed ? null : confirmed;
}
