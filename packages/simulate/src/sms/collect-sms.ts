import type { Database } from '@adieu/db';
import type { ArrivedMail, MailingFacts, SmsFacts } from '../facts.ts';
import { readRequests } from '../record.ts';
import type { Phones } from './phones.ts';

/** What those with telephones saw and the record holds, now that the run is over. */
export async function collectSms(
  db: Database,
  phones: Phones,
  mailings: readonly MailingFacts[],
): Promise<SmsFacts> {
  const [requests, rows] = await Promise.all([
    readRequests(db, 'SMS'),
    db.sql.rows<{ id: string }>(
      `SELECT m.id FROM message m JOIN campaign c ON c.id = m.campaign_id WHERE c.channel = 'SMS'`,
    ),
  ]);
  const ofCampaigns = new Set(rows.map(({ id }) => id));
  const all = phones.gateway.taken.map(({ id, to, at }): ArrivedMail => ({
    messageId: id,
    address: to,
    at,
  }));
  return {
    people: phones.facts().map(({ person: { address, kind }, wish, trouble }) => ({
      address,
      kind,
      wish,
      trouble,
    })),
    arrived: all.filter(({ messageId }) => ofCampaigns.has(messageId)),
    others: all.filter(({ messageId }) => !ofCampaigns.has(messageId)),
    requests,
    mailings,
  };
}
