import { encodePhrase } from './encode-phrase.ts';
import { type Header, refuseInjection } from './header.ts';

export interface ListHeaders {
  /** The recipient's own one-click address; https (RFC 8058 3.1). */
  readonly unsubscribeUrl: string;
  /** An address that we process, e.g. `leave+…@leave.example.test` (H-12). */
  readonly unsubscribeAddress: string;
  /** Stable over campaigns, different between scopes, e.g. `book-….example.test` (RFC 2919). */
  readonly listId: string;
  readonly listName: string;
  readonly ownerAddress: string;
}

const LONGEST_LIST_ID = 255;

/**
 * The headers that let a mail client offer the way out (checks H-1 … H-3, H-8, H-9). Throws on a URL that is not https:
 * a mail without a working button must not leave.
 */
export function marketingHeaders(list: ListHeaders): Header[] {
  if (!/^https:\/\/[^\s<>,]+$/.test(list.unsubscribeUrl)) {
    throw new Error(
      'the one-click address must be https: set PUBLIC_URL to an https origin (RFC 8058 3.1)',
    );
  }
  const mailto = `mailto:${list.unsubscribeAddress}?subject=unsubscribe`;
  const id = `<${list.listId}>`;
  const phrase = encodePhrase(list.listName);
  const listId = `${phrase} ${id}`.length <= LONGEST_LIST_ID ? `${phrase} ${id}` : id;
  return refuseInjection([
    { name: 'List-Unsubscribe', value: `<${list.unsubscribeUrl}>, <${mailto}>` },
    { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
    { name: 'List-Id', value: listId },
    { name: 'List-Help', value: `<${list.unsubscribeUrl}>` },
    { name: 'List-Owner', value: `<mailto:${list.ownerAddress}>` },
    { name: 'List-Post', value: 'NO' },
  ]);
}
