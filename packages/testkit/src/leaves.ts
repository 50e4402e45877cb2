import { type OptOutCommand, type RecordedOptOut, recordOptOut, type Sql } from '@adieu/db';

/**
 * A recipient leaves: clearly and by the link of a message where that is given, else taken off a scope by an admin; `more`
 * says otherwise. Throws where that is refused.
 */
export async function leaves(
  sql: Sql,
  from: string | OptOutCommand['target'],
  { now, ...more }: Pick<OptOutCommand, 'now'> & Partial<OptOutCommand>,
): Promise<RecordedOptOut> {
  const byLink = {
    method: 'LINK',
    actor: { kind: 'RECIPIENT', name: null },
  } as const;
  const byAdmin = { method: 'API', actor: { kind: 'KEY', name: 'test' } } as const;
  const recorded = await recordOptOut(sql, {
    ...(typeof from === 'string'
      ? { target: { messageId: from, scope: 'LINK' }, ...byLink }
      : { target: from, ...byAdmin }),
    signal: 'CLEAR',
    evidence: {},
    now,
    ...more,
  });
  if ('refused' in recorded) throw new Error(recorded.refused);
  return recorded;
}
