import type { LinkView, StandingRequest } from '@adieu/db';
import { covers } from '@adieu/domain';

/**
 * The opt-out of all marketing, of the organisation or the account, that stops mail of this topic, or of none, in the link's
 * book; one that gives way to what its recipient came back to since does not.
 */
export function allMarketingLeft(
  { organisationId, accountId, addressBookId, standing }: LinkView,
  topicId: string | null,
): StandingRequest | undefined {
  const path = {
    purpose: 'MARKETING',
    organisationId,
    accountId,
    bookId: addressBookId,
    topicId,
  } as const;
  const stops = (scopeId: string) =>
    standing.find((request) => request.scopeId === scopeId && covers(request, path));
  return stops(organisationId) ?? stops(accountId);
}
