import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';

export interface DkimKeys {
  /** For the product. */
  readonly env: { readonly DKIM_KEYS_FILE: string };
  /** A mailbox provider's look at a raw mail, with what these keys' owner published. */
  verify(raw: string): Promise<Signature[]>;
  remove(): Promise<void>;
}

export interface Signature {
  readonly domain: string;
  readonly algorithm: string;
  readonly result: string;
  /** With the domain of From, as DMARC wants it. */
  readonly aligned: boolean;
  /** Signed header fields, in lower case. */
  readonly covers: readonly string[];
}

const PEM = { type: 'pkcs8', format: 'pem' } as const;

/** An RSA and an Ed25519 key for a domain. */
export async function makeDkimKeys(domain: string): Promise<DkimKeys> {
  const pairs = {
    rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
    ed: generateKeyPairSync('ed25519'),
  };
  const folder = await mkdtemp(join(tmpdir(), 'adieu-e2e-dkim-'));
  const file = join(folder, 'dkim.json');
  const published = new Map<string, string>();
  const keys = Object.entries(pairs).map(([selector, { privateKey, publicKey }]) => {
    published.set(`${selector}._domainkey.${domain}`, recordOf(publicKey));
    return { domain, selector, privateKey: privateKey.export(PEM).toString() };
  });
  await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
  return {
    env: { DKIM_KEYS_FILE: file },
    verify: async (raw) => {
      const { results } = await dkimVerify(Buffer.from(raw), {
        resolver: async (name: string) => {
          const record = published.get(name);
          if (record === undefined) throw Object.assign(new Error(name), { code: 'ENOTFOUND' });
          return [[record]];
        },
      });
      return results.map(({ signingDomain, algo, status, signingHeaders }) => ({
        domain: signingDomain ?? '',
        algorithm: algo ?? '',
        result: status.result,
        aligned: Boolean(status.aligned),
        covers: (signingHeaders?.keys ?? '').toLowerCase().split(/\s*:\s*/),
      }));
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

function recordOf(key: KeyObject): string {
  const der = key.export({ type: 'spki', format: 'der' });
  // Ed25519 is published as its 32 bytes alone (RFC 8463 4.2).
  return key.asymmetricKeyType === 'rsa'
    ? `v=DKIM1; k=rsa; p=${der.toString('base64')}`
    : `v=DKIM1; k=ed25519; p=${der.subarray(-32).toString('base64')}`;
}
