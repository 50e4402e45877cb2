import type { AnsweredMessage } from '@adieu/db';

/**
 * Whether an answer is from the address that the mail went to: by its key, also where the address was erased; else by the address without
 * what stands behind a + of it, which is the same mailbox at whoever has such.
 */
export function isOfRecipient(
  from: { readonly address: string | null; readonly addressKey: Buffer | null },
  { address, addressKey }: Pick<AnsweredMessage, 'address' | 'addressKey'>,
): boolean {
  if (from.addressKey !== null && from.addressKey.equals(addressKey)) return true;
  if (from.address === null || address === null) return false;
  return withoutTag(from.address) === withoutTag(address);
}

function withoutTag(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*(?=@[^@]*$)/, '');
}
