import { headerOf } from '../read/header-of.ts';
import type { SmsHead } from '../sms-ingress.ts';
import { isOneOf } from './same-secret.ts';

/** Whether a request says this user and password (`Authorization: Basic`). */
export function saysBasic(
  { headers }: SmsHead,
  { username, password }: { readonly username: string; readonly password: string },
): boolean {
  const said = /^basic ([\w+/=-]+)$/i.exec(headerOf(headers, 'authorization') ?? '')?.[1] ?? null;
  const text = said === null ? null : Buffer.from(said, 'base64').toString('utf8');
  return isOneOf(text, [`${username}:${password}`]);
}
