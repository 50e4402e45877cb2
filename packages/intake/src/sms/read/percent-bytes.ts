import { isUtf8 } from 'node:buffer';
import type { SmsRequest } from '../sms-ingress.ts';
import { headerOf } from './header-of.ts';

const RUN = /(?:%[\da-f]{2})+/gi;

/**
 * A form or query whose percent-encoded bytes are all UTF-8. Older gateways encode what a telephone wrote as Western Latin, and
 * mostly do not say so: AVANM%C4L would be no word.
 */
export function percentBytesAsUtf8(text: string, encoding: string): string {
  const decoder = new TextDecoder(encoding);
  return text.replaceAll(RUN, (run) => {
    const bytes = Buffer.from(run.replaceAll('%', ''), 'hex');
    return isUtf8(bytes) ? run : encodeURIComponent(decoder.decode(bytes));
  });
}

/** What bytes that are no UTF-8 are: as the request says, where that is an alphabet of single bytes; windows-1252 else. */
export function singleBytesOf({ headers }: SmsRequest): string {
  const said = /;\s*charset="?((?:iso-8859|windows)-\d{1,4})\b/i.exec(
    headerOf(headers, 'content-type') ?? '',
  )?.[1];
  try {
    return new TextDecoder(said).encoding === 'utf-8' ? USUAL : said!;
  } catch {
    return USUAL;
  }
}

const USUAL = 'windows-1252';
