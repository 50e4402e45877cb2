import { type OptOutCommand, type RecordedOptOut, recordOptOut, type Sql } from '@adieu/db';

/** A recipient leaves what a message's link is for: clearly and by the link, unless said otherwise. Throws where that is refused. */
export async function leaves(
  sql: Sql,
  messageId: string,
  { now, ...more }: Pick<OptOutCommand, 'now'> & Partial<OptOutCommand>,
): Promise<RecordedOptOut> {
  const recorded = await recordOptOut(sql, {
    target: { messageId, scope: 'LINK' },
    signal: 'CLEAR',
    method: 'LINK',
    actor: { kind: 'RECIPIENT', name: null },
    evidence: {},
    now,
    ...more,
  });
  if ('refused' in recorded) throw new Error(recorded.refused);
  return recorded;
}
