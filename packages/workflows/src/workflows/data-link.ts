import type { DataLinkInput } from '@adieu/domain';
import { sleep } from '@temporalio/workflow';
import { mail, record } from './activities.ts';

/** Mails somebody a link to their own data, and deletes it when it has ended (P5). */
export async function dataLink({ id, expiresAt }: DataLinkInput): Promise<void> {
  await mail.sendDataLink(id);
  await sleep(Math.max(0, Date.parse(expiresAt) - Date.now()));
  await record.expireDataLink(id);
}
