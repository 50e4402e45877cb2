import { createPrivateKey, type KeyObject } from 'node:crypto';

/** A key that signs mails of a domain (DKIM); its public half stands in the DNS at `<selector>._domainkey.<domain>`. */
export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  readonly algorithm: 'rsa-sha256' | 'ed25519-sha256';
  readonly privateKey: KeyObject;
}

const NAME = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;
/** Receivers refuse less (RFC 8301 3.2 says 1024; they say 2048). */
const LEAST_RSA_BITS = 2048;

/**
 * Reads a file of DKIM keys: `[{ "domain": …, "selector": …, "privateKey": PEM }]`. Several of one domain all sign, as
 * RSA and Ed25519 beside each other. Throws with what is wrong and never with what the file holds.
 */
export function parseDkimKeys(text: string): DkimKey[] {
  const entries = parseJson(text);
  return entries.map((entry: Partial<Record<string, unknown>> | null, i): DkimKey => {
    const name = (key: 'domain' | 'selector'): string => {
      const given = entry?.[key];
      const value = typeof given === 'string' ? given.toLowerCase() : '';
      if (!NAME.test(value)) throw new Error(`DKIM keys file: [${i}].${key} must be a DNS name`);
      return value;
    };
    const privateKey = readPem(entry?.['privateKey'], i);
    const rsa = privateKey.asymmetricKeyType === 'rsa';
    const isShort = rsa && (privateKey.asymmetricKeyDetails?.modulusLength ?? 0) < LEAST_RSA_BITS;
    if ((!rsa && privateKey.asymmetricKeyType !== 'ed25519') || isShort) {
      throw new Error(
        `DKIM keys file: [${i}].privateKey must be RSA of at least ${LEAST_RSA_BITS} bits, or Ed25519`,
      );
    }
    const algorithm = rsa ? 'rsa-sha256' : 'ed25519-sha256';
    return { domain: name('domain'), selector: name('selector'), algorithm, privateKey };
  });
}

/** The keys for a domain: those of its own or, where it has none, of the nearest domain above it. */
export function dkimKeysFor(keys: readonly DkimKey[], domain: string): DkimKey[] {
  const labels = domain.toLowerCase().split('.');
  for (let at = 0; at < labels.length; at++) {
    const above = labels.slice(at).join('.');
    const found = keys.filter((key) => key.domain === above);
    if (found.length > 0) return found;
  }
  return [];
}

function parseJson(text: string): (Partial<Record<string, unknown>> | null)[] {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value;
  } catch {
    // The parser's message quotes the text, which holds secrets: it must not be passed on.
  }
  throw new Error('DKIM keys file: not a JSON list');
}

function readPem(value: unknown, i: number): KeyObject {
  try {
    return createPrivateKey(String(value));
  } catch {
    throw new Error(`DKIM keys file: [${i}].privateKey must be a private key in PEM`);
  }
}
