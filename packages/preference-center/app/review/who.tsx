import type { ReviewMessages } from '@adieu/messages';
import type { ReviewedRequest } from '../api/operations.ts';

/** Whom a request is about: the name as the book has it, and enough of the address to know it by (C4). */
export function Who({ request, messages }: { request: ReviewedRequest; messages: ReviewMessages }) {
  const { name, maskedAddress } = request;
  return (
    <>
      {name !== null && <b>{name}</b>} <bdi>{maskedAddress ?? messages.erased}</bdi>
    </>
  );
}
