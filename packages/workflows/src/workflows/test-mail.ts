import type { TestMailInput } from '@adieu/domain';
import { mail } from './activities.ts';

/** Hands over one test mail of a campaign. */
export async function testMail({ id }: TestMailInput): Promise<void> {
  await mail.sendTestMail(id);
}
