import type { PersonalData } from '@adieu/db';
import type { Context } from '../shared/context.ts';

/** All that is kept of a person, as the JSON document that they get: mails by their subject. */
export async function documentOf(
  { db, campaigns }: Pick<Context, 'db' | 'campaigns'>,
  data: PersonalData,
): Promise<string> {
  const messages: object[] = [];
  // One after the other: a person may have had thousands.
  for (const { id, ...message } of data.messages)
    messages.push({ subject: await campaigns.subjectOf(db, id), ...message });
  return JSON.stringify({ ...data, messages }, null, 2);
}
