import type { Evidence } from '../opt-out/evidence.ts';
import { recordOptOut } from '../opt-out/record-opt-out.ts';
import type { Transaction } from '../sql.ts';
import { linkOfMessage } from './link-of-message.ts';
import { changePreferences, type Preferences } from './preferences.ts';

/**
 * Leaves topics and changes how often, a pause or the language, as somebody chose on the page of their link: all of it, or
 * nothing where it is refused. `unknown-topic`: one is not of the link's account.
 */
export async function changePreferencesByLink(
  tx: Transaction,
  command: {
    readonly messageId: string;
    readonly topicIds: readonly string[];
    /** What is left out stays as it was. */
    readonly change: Partial<Preferences>;
    readonly evidence: Evidence;
    readonly now: Date;
  },
): Promise<{ changed: true } | { refused: 'not-found' | 'unknown-topic' }> {
  const { messageId, topicIds, change, evidence, now } = command;
  const link = await linkOfMessage(tx, messageId, topicIds);
  if (link === null) return { refused: 'not-found' };
  if (!link.knowsTopics) return { refused: 'unknown-topic' };
  for (const id of new Set(topicIds)) {
    const recorded = await recordOptOut(tx, {
      target: { messageId, scope: { kind: 'TOPIC', id } },
      signal: 'CLEAR',
      method: link.method,
      actor: { kind: 'RECIPIENT', name: null },
      evidence,
      now,
    });
    // Not to be answered as changed: the transaction must not commit what else was chosen.
    if ('refused' in recorded) throw new Error(`a topic could not be left: ${recorded.refused}`);
  }
  const { recipientId, accountId } = link;
  await changePreferences(tx, { recipientId, accountId, change, now });
  return { changed: true };
}
