import type { Connection } from '../client/connect.ts';
import { SendTestMailsDocument } from '../generated/documents.ts';
import { type Reader, readerInput } from './reader.ts';
import { refused } from './refused.ts';

/** Test mails that are on their way. */
export interface TestMails {
  readonly queued: number;
  /** Addresses that are not written to: they left, or are paused. */
  readonly stopped: readonly { readonly address: string; readonly why: string }[];
}

/** Mails a draft to a few addresses to look at, marked as a test. */
export async function sendTests(
  connection: Connection,
  campaignId: string,
  name: string,
  { to, ...reader }: Reader & { readonly to: readonly string[] },
): Promise<TestMails> {
  const { sendTestMails } = await connection.ask(SendTestMailsDocument, {
    input: { campaignId, to, ...readerInput(reader) },
  });
  if (sendTestMails.__typename !== 'TestMailsQueued') throw refused(name, sendTestMails);
  const { queued, stopped } = sendTestMails;
  return {
    queued,
    stopped: stopped.map(({ address, answer }) => ({ address, why: answer.explanation })),
  };
}
