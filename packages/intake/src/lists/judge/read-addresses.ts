import type { ListField, RowReason } from '@adieu/domain';
import type { ContactRow } from '@adieu/db';
import { explainRefusal, normaliseEmail, readOwnNumber } from '@adieu/keys';

export type Addresses = ContactRow['addresses'];
type Address = Addresses[number];

/** A cell that was to hold an address. */
export interface BadAddress {
  /** Its column, from 0. */
  readonly at: number;
  readonly field: 'email' | 'phone';
  readonly reason: RowReason;
  readonly message: string;
}

/** The addresses of a row in their normal forms, each once, those for mail first, and the cells that hold none. */
export function readAddresses(
  cells: readonly string[],
  fields: readonly ListField[],
  country: string | null,
): { readonly addresses: readonly Address[]; readonly bad: readonly BadAddress[] } {
  const addresses: Address[] = [];
  const bad: BadAddress[] = [];
  for (const [at, field] of fields.entries()) {
    const cell = cells[at]?.trim() ?? '';
    if (cell === '') continue;
    const isEmail = field === 'EMAIL' || (field === 'ADDRESS' && cell.includes('@'));
    if (!isEmail && field !== 'PHONE' && field !== 'ADDRESS') continue;
    const read = isEmail ? readEmail(cell) : readNumber(cell, country);
    if ('message' in read) bad.push({ at, ...read });
    else if (!addresses.some(({ address }) => address === read.address)) addresses.push(read);
  }
  addresses.sort((a, b) => Number(a.channel === 'SMS') - Number(b.channel === 'SMS'));
  return { addresses, bad };
}

/** As it stands, or within what mail programs put around: `Bob <bob@example.test>`, `mailto:bob@example.test`. */
function readEmail(cell: string): Address | Omit<BadAddress, 'at'> {
  const bare = /^[^<>@]*<([^<>\s]+)>$/.exec(cell)?.[1] ?? cell.replace(/^mailto:/i, '');
  const address = normaliseEmail(bare);
  if (address !== null) return { channel: 'EMAIL', address };
  return { field: 'email', reason: 'INVALID_EMAIL', message: 'not an e-mail address' };
}

function readNumber(cell: string, country: string | null): Address | Omit<BadAddress, 'at'> {
  const read = readOwnNumber(cell, country);
  if ('address' in read) return { channel: 'SMS', ...read };
  const message = explainRefusal(read.refused, country);
  return { field: 'phone', reason: 'INVALID_NUMBER', message };
}
