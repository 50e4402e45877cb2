import type { PersonalData } from '@adieu/db';
import type { ReadyCampaigns } from '../../ready-campaigns.ts';

/** All that is kept of a person, as the JSON document that they get: mails by their subject. */
export async function documentOf(data: PersonalData, campaigns: ReadyCampaigns): Promise<string> {
  const messages: object[] = [];
  // One after the other: a person may have had thousands.
  for (const { id, ...message } of data.messages)
    messages.push({ subject: await campaigns.subjectOf(id), ...message });
  return JSON.stringify({ ...data, messages }, null, 2);
}
