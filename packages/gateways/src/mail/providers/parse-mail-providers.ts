import { parseSecretFile } from '../../sms/config/parse-sms-gateways.ts';
import { type MailProvider, providers } from './provider-schema.ts';

const WHAT = 'mail providers file';

/** Reads the file that MAIL_PROVIDERS_FILE names. Throws with all that is wrong and what to do, never with what the file holds. */
export function parseMailProviders(text: string, file: string): MailProvider[] {
  return parseSecretFile(providers, WHAT, text, file);
}
