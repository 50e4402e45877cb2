import { headerOf } from '../../sms/read/header-of.ts';
import type { EventRequest } from '../event-ingress.ts';
import { mustBeSaid, NotAsPromised, readJson, type Said } from '../read/said.ts';

/** JSON, or a form as accounts from before 2018 are sent: then its fields. */
export async function readBody({ headers, rawBody }: EventRequest): Promise<Said> {
  const type = headerOf(headers, 'content-type') ?? '';
  if (!/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type))
    return mustBeSaid(readJson(rawBody), 'the body');
  try {
    const form = await new Response(new Uint8Array(rawBody), {
      headers: { 'content-type': type },
    }).formData();
    return Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
  } catch {
    throw new NotAsPromised('the body is no form');
  }
}
