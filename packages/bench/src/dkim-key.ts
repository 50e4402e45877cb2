import { generateKeyPairSync } from 'node:crypto';
import { type DkimKey, parseDkimKeys } from '@adieu/keys';

export type DkimKind = 'rsa' | 'ed25519';

/** A new key for the sender of the benchmarks' campaigns. */
export function dkimKeyOf(kind: DkimKind): DkimKey {
  const { privateKey } =
    kind === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ed25519');
  const entry = {
    domain: 'nordlys.example.test',
    selector: 'bench',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  };
  return parseDkimKeys(JSON.stringify([entry]))[0]!;
}
