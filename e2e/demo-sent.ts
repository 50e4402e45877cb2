import { graphql } from './graphql.ts';
import { listMails } from './mailbox.ts';
import type { Endpoints } from './endpoints.ts';
import { until } from '@adieu/testkit/until';

interface Campaign {
  readonly channel: 'EMAIL' | 'SMS';
  readonly state: string;
  readonly progress: { readonly sent: number };
}

/** Until the demo's campaigns are in the mailbox and on the handset: a mail that came later would be taken for one that a test caused. */
export async function demoSent(endpoints: Endpoints): Promise<void> {
  await until(async () => {
    const { campaigns } = await graphql<{ campaigns: { nodes: Campaign[] } }>(
      endpoints,
      '{ campaigns { nodes { channel state progress { sent } } } }',
    );
    const { nodes } = campaigns;
    const mails = nodes.filter(({ channel }) => channel === 'EMAIL');
    const sent = mails.reduce((sum, { progress }) => sum + progress.sent, 0);
    const isOver = nodes.length > 0 && nodes.every(({ state }) => state === 'SENT');
    return isOver && (await listMails(endpoints)).length >= sent;
  }, 60_000);
}
