import { base32 } from 'rfc4648';
import { LINK_TOKEN_LENGTH } from './link-token.ts';

const TOKEN_BYTES = 36;
/** 58 letters hold two bits more than the token; they are nought, and the decoder throws where they are not. */
const LOCAL_PART = /^leave\+([a-z2-7]{57}[aeimquy4])$/i;

/**
 * The local part of a list's mailto address: `leave+` and the link's token as base32, 64 octets, the longest there is.
 * Base32, since mail servers may change the case of a local part and base64url would not survive it (H-12).
 */
export function mailtoLocalPart(token: string): string {
  return `leave+${base32.stringify(Buffer.from(token, 'base64url'), { pad: false }).toLowerCase()}`;
}

/** The link's token of such an address, in any case; null where it is no such address. Says nothing about its worth. */
export function tokenOfMailto(localPart: string): string | null {
  const letters = LOCAL_PART.exec(localPart)?.[1];
  if (letters === undefined) return null;
  const bytes = base32.parse(letters.toUpperCase(), { loose: true });
  const token = Buffer.from(bytes.subarray(0, TOKEN_BYTES)).toString('base64url');
  return token.length === LINK_TOKEN_LENGTH ? token : null;
}
