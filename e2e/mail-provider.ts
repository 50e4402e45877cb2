import { writeFile } from 'node:fs/promises';
import type { Endpoints } from './endpoints.ts';
import { limited } from './limited.ts';
import type { Mail } from './mailbox.ts';

const CALLBACK = { username: 'adieu', password: 'a-password-of-these-tests' };

/** For MAIL_PROVIDERS_FILE: the mailbox of `npm start` plays a provider that mails go out by. */
export async function writeProviders(file: string): Promise<string> {
  const provider = { name: 'postmark', kind: 'postmark', server: '127.0.0.1', callback: CALLBACK };
  await writeFile(file, JSON.stringify([provider]), { mode: 0o600 });
  return file;
}

/** What the provider knows of a mail: the metadata that it was given in its header. */
export function metadataOf({ raw }: Mail): Record<string, string> {
  const found = [...raw.matchAll(/^X-PM-Metadata-(\w+): (\S+)/gim)];
  return Object.fromEntries(found.map(([, name, value]) => [name!.toLowerCase(), value!]));
}

/** The provider tells of a mail; gives the status that it is answered with. */
export async function tell(
  endpoints: Endpoints,
  event: object,
  password = CALLBACK.password,
): Promise<number> {
  const basic = Buffer.from(`${CALLBACK.username}:${password}`).toString('base64');
  const answer = await limited(`${new URL(endpoints.graphql).origin}/events/postmark`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
    body: JSON.stringify(event),
  });
  return answer.status;
}
