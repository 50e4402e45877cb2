import type { LinkView } from '@adieu/db';
import type { ScopeKind } from '@adieu/domain';
import { readId } from '../shared/read-id.ts';
import { InvalidInput } from '../shared/problems.ts';
import { LeaveInput } from './leave.input.ts';

type Scope = 'LINK' | { readonly kind: ScopeKind; readonly id: string };

export function readScopes(input: LeaveInput, link: LinkView): Scope[] | InvalidInput {
  const topics = input.topicIdsOff.map((id) => readId('topic', id, 'topicIdsOff'));
  if (topics.some((id) => !link.topics.some((topic) => topic.id === id)))
    return new InvalidInput('topicIdsOff', 'One of these is not a topic of this account.');
  const scopes: Scope[] = topics.map((id) => ({ kind: 'TOPIC', id }));
  // First, for an exempt book refuses: then nothing was done, and the page tells so.
  if (input.choice === 'THIS_SCOPE') scopes.unshift('LINK');
  if (input.choice === 'ALL_MARKETING') scopes.push({ kind: 'ACCOUNT', id: link.accountId });
  return scopes.length > 0
    ? scopes
    : new InvalidInput('choice', 'Choose what to leave, or name topics.');
}
