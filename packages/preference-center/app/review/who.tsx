import type { ReviewMessages } from '@adieu/messages';
import type { ReviewedRequest } from '../api/operations.ts';

/** Whom a request is about: the name as the book has it, and enough of the address to know it by (C4). */
export function Who({ request, words }: { request: ReviewedRequest; words: ReviewMessages }) {
  const { name, maskedAddress } = request;
  return (
    <>
      {name !== null && <b>{name}</b>} <bdi>{maskedAddress ?? words.erased}</bdi>
    </>
  );
}
