import { randomUUID } from 'node:crypto';
import { createKeyRing, mailtoLocalPart, signMessageLink } from '@adieu/keys';
import { describe, expect, it } from 'vitest';
import { linkOfAddress, messageOfSubject } from './link-of-mail.ts';

const ring = createKeyRing();
const messageId = randomUUID();
const token = signMessageLink(ring, messageId);
const DOMAIN = 'leave.example.test';

describe('an address that takes a goodbye (H-12)', () => {
  it('holds its link, in any case', () => {
    const local = mailtoLocalPart(token);
    expect(linkOfAddress(ring, DOMAIN, `${local}@${DOMAIN}`)).toEqual({ messageId });
    expect(linkOfAddress(ring, DOMAIN, `${local}@${DOMAIN}`.toUpperCase())).toEqual({ messageId });
  });

  it('may be of a domain beyond ASCII, whichever way the mail server gives it', () => {
    const local = mailtoLocalPart(token);
    for (const domain of ['lämna.example.test', 'LÄMNA.example.test', 'xn--lmna-loa.example.test'])
      expect(linkOfAddress(ring, 'xn--lmna-loa.example.test', `${local}@${domain}`)).toEqual({
        messageId,
      });
  });

  it('or is the bare one, whose mail names the link in its subject', () => {
    expect(linkOfAddress(ring, DOMAIN, `Leave@${DOMAIN}`)).toBe('in-subject');
    expect(messageOfSubject(ring, `Re: unsubscribe ${token}`)).toBe(messageId);
    expect(messageOfSubject(ring, `(${token})`)).toBe(messageId);
  });

  it('of a test mail is taken, and is nobody’s way out', () => {
    expect(linkOfAddress(ring, DOMAIN, `Leave+Test@${DOMAIN}`)).toBe('test');
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
      expect(linkOfAddress(ring, DOMAIN, address)).toBeNull();
    }
    expect(messageOfSubject(ring, `x${token}`)).toBeNull();
    expect(messageOfSubject(ring, 'unsubscribe')).toBeNull();
  });
});
