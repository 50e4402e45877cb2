import type { ReviewLinkInput } from '@adieu/domain';
import { mail } from './activities.ts';

/** Mails a way in to the review. What was not mailed before its end is not mailed; the digests' schedule deletes it. */
export async function reviewLink({ id }: ReviewLinkInput): Promise<void> {
  await mail.sendReviewLink(id);
}
