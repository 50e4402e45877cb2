import { randomUUID } from 'node:crypto';
import { createKeyRing, mailtoLocalPart, signMessageLink } from '@adieu/keys';
import { describe, expect, it } from 'vitest';
import { addressOfOurs } from './address-of-ours.ts';
import { messageOfSubject } from './tokens-in-mail.ts';

const ring = createKeyRing();
const messageId = randomUUID();
const token = signMessageLink(ring, messageId);
const LEAVE = { kind: 'LEAVE', messageId };
const DOMAIN = 'leave.example.test';

describe('an address that takes a goodbye (H-12)', () => {
  it('holds its link, in any case', () => {
    const local = mailtoLocalPart(token);
    expect(addressOfOurs(ring, DOMAIN, `${local}@${DOMAIN}`)).toEqual(LEAVE);
    expect(addressOfOurs(ring, DOMAIN, `${local}@${DOMAIN}`.toUpperCase())).toEqual(LEAVE);
  });

  it('may be of a domain beyond ASCII, whichever way the mail server gives it', () => {
    const local = mailtoLocalPart(token);
    for (const domain of ['lämna.example.test', 'LÄMNA.example.test', 'xn--lmna-loa.example.test'])
      expect(addressOfOurs(ring, 'xn--lmna-loa.example.test', `${local}@${domain}`)).toEqual(LEAVE);
  });

  it('or is the bare one, whose mail names the link in its subject', () => {
    expect(addressOfOurs(ring, DOMAIN, `Leave@${DOMAIN}`)).toEqual({
      kind: 'LEAVE_IN_SUBJECT',
    });
    expect(messageOfSubject(ring, `Re: unsubscribe ${token}`)).toBe(messageId);
    expect(messageOfSubject(ring, `(${token})`)).toBe(messageId);
  });

  it('of a test mail is taken, and is nobody’s way out', () => {
    expect(addressOfOurs(ring, DOMAIN, `Leave+Test@${DOMAIN}`)).toEqual({ kind: 'TEST' });
  });

  it('is none where the domain is foreign, the link is not ours, or there is none', () => {
    const foreign = mailtoLocalPart(signMessageLink(createKeyRing(), messageId));
    for (const address of [
      `${mailtoLocalPart(token)}@elsewhere.example.test`,
      `${foreign}@${DOMAIN}`,
      `postmaster@${DOMAIN}`,
      `leave+x@${DOMAIN}`,
      'leave',
    ]) {
      expect(addressOfOurs(ring, DOMAIN, address)).toBeNull();
    }
    expect(messageOfSubject(ring, `x${token}`)).toBeNull();
    expect(messageOfSubject(ring, 'unsubscribe')).toBeNull();
  });
});
