import type { GateAnswer } from '@adieu/domain';
import { mayContact } from '../gate/may-contact.ts';
import type { Sql } from '../sql.ts';
import type { DoubleOptIn } from './double-opt-in.entity.ts';

/** What the gate says of messages of a double opt-in's scope to its address: a page that says "Confirmed" asks it first. */
export async function gateOfDoubleOptIn(
  sql: Sql,
  asked: Omit<DoubleOptIn, 'tokenHash'>,
  now: Date,
): Promise<GateAnswer> {
  const { organisationId, channel, addressKey, scopeKind, scopeId } = asked;
  const judged = await mayContact(sql, {
    organisationId,
    channel,
    addressKey: Buffer.from(addressKey),
    addressBookId: scopeKind === 'BOOK' ? scopeId : null,
    topicId: scopeKind === 'TOPIC' ? scopeId : null,
    accountId: { BOOK: null, TOPIC: null, ACCOUNT: scopeId, ORGANISATION: asked.accountId }[
      scopeKind
    ],
    purpose: null,
    now,
  });
  if ('refused' in judged) throw new Error('a double opt-in of a scope that is not there');
  return judged.answer;
}
