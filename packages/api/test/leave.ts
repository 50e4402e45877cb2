import { toId } from '../src/graphql/shared/ids.ts';
import type { House } from './house.ts';

/** The mail client's button. */
export const oneClick = ({ url }: House, token: string): Promise<Response> =>
  fetch(`${url}/u/${token}`, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  });

/** What the page of a link asks for. */
export async function leaveByPage(house: House, input: object): Promise<Record<string, unknown>> {
  const { data } = await house.ask<{ leave: Record<string, unknown> }>(
    'mutation ($input: LeaveInput!) { leave(input: $input) { __typename ... on Problem { code field } } }',
    { input },
    null,
  );
  return data.leave;
}

/** An admin takes an address off a book, the newsletter unless said otherwise. */
export async function takeOff(
  house: House,
  address: string,
  bookId = house.org.newsletterId,
): Promise<void> {
  const input = { address, scope: { kind: 'BOOK', id: toId('book', bookId) }, signal: 'CLEAR' };
  const { data } = await house.ask<{ requestOptOut: { __typename: string } }>(
    'mutation ($input: RequestOptOutInput!) { requestOptOut(input: $input) { __typename } }',
    { input },
  );
  if (data.requestOptOut.__typename !== 'OptOutRequested') throw new Error(JSON.stringify(data));
}
