import type { Evidence } from '../opt-out/evidence.ts';
import { recordOptOutEverywhere } from '../opt-out/record-opt-out-everywhere.ts';
import type { OptOutTarget } from '../opt-out/record-opt-out.ts';
import type { Transaction } from '../sql.ts';
import { linkOfMessage } from './link-of-message.ts';

export interface LeaveByLink {
  readonly messageId: string;
  /**
   * `THIS_SCOPE`: what the link leaves. `THIS_BOOK`: its book, also where it leaves a topic. `ALL_MARKETING`: its account's. Null
   * where topics alone are left.
   */
  readonly choice: 'ALL_MARKETING' | 'THIS_SCOPE' | 'THIS_BOOK' | null;
  readonly topicIds: readonly string[];
  /** Also on the person's other channels. All marketing, and what is chosen with it, always is left on all of them. */
  readonly allChannels: boolean;
  readonly evidence: Evidence;
  readonly now: Date;
}

export type LeaveRefusal =
  | 'not-found'
  | 'unknown-topic'
  | 'nothing-chosen'
  | 'no-opt-out'
  | 'exempt';
type Scope = Extract<OptOutTarget, { messageId: string }>['scope'];

/**
 * Leaves what somebody chose on the page of their link: all of it, or nothing where one part is refused, so that whoever is
 * told of a refusal knows that it all stands as before. `unknown-topic`: one is not of the link's account. `exempt`,
 * `no-opt-out`: what the link leaves cannot be left.
 */
export async function leaveByLink(
  tx: Transaction,
  { messageId, choice, topicIds, allChannels, evidence, now }: LeaveByLink,
): Promise<{ left: true } | { refused: LeaveRefusal }> {
  const link = await linkOfMessage(tx, messageId, topicIds);
  if (link === null) return { refused: 'not-found' };
  if (!link.knowsTopics) return { refused: 'unknown-topic' };
  // The link's own scope first: it alone may be refused by the rules of its book, and then nothing was written yet.
  const scopes: Scope[] = [
    ...(choice === 'THIS_SCOPE' ? (['LINK'] as const) : []),
    ...(choice === 'THIS_BOOK' && link.bookId !== null
      ? [{ kind: 'BOOK', id: link.bookId } as const]
      : []),
    ...[...new Set(topicIds)].map((id) => ({ kind: 'TOPIC', id }) as const),
    ...(choice === 'ALL_MARKETING' ? [{ kind: 'ACCOUNT', id: link.accountId } as const] : []),
  ];
  if (scopes.length === 0) return { refused: 'nothing-chosen' };
  for (const [i, scope] of scopes.entries()) {
    const recorded = await recordOptOutEverywhere(tx, {
      target: { messageId, scope },
      // Who stops all marketing names no channel, so none may stay open.
      allChannels: allChannels || choice === 'ALL_MARKETING',
      signal: 'CLEAR',
      method: link.method,
      actor: { kind: 'RECIPIENT', name: null },
      evidence,
      now,
    });
    if (!('refused' in recorded)) continue;
    if (i === 0) return recorded;
    throw new Error(
      `A part of what was chosen was refused after another was left: ${recorded.refused}`,
    );
  }
  return { left: true };
}
