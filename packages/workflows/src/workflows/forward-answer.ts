import type { ForwardAnswerInput } from '@adieu/domain';
import { mail } from './activities.ts';

/** Hands an answer over to whoever reads the mail of an account. */
export async function forwardAnswer({ id }: ForwardAnswerInput): Promise<void> {
  await mail.forwardAnswer(id);
}
