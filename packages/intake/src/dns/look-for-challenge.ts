import { Resolver } from 'node:dns/promises';
import { answersChallenge, challengeName } from '@adieu/domain';

/** The TXT records of a name, each in its pieces; rejects as node:dns does. */
export type ResolveTxt = (name: string) => Promise<string[][]>;

/** `absent`: no such record. `other`: there is one, and says something else. `silent`: no name server answered. */
export type ChallengeFound = 'proven' | 'absent' | 'other' | 'silent';

const TIMEOUT_MS = 3_000;
const TRIES = 2;
/** What name servers say of a name without such a record. */
const ABSENT: readonly unknown[] = ['ENODATA', 'ENOTFOUND'];

/** Asks name servers, those of this machine where none are given (`127.0.0.1:5353`); a few seconds at most. */
export function createResolveTxt(servers?: readonly string[]): ResolveTxt {
  return async (name) => {
    const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
    if (servers !== undefined) resolver.setServers(servers);
    return resolver.resolveTxt(name);
  };
}

/** Whether whoever writes a domain's zone has published the challenge. */
export async function lookForChallenge(
  resolveTxt: ResolveTxt,
  domain: string,
  challenge: string,
): Promise<ChallengeFound> {
  try {
    const records = await resolveTxt(challengeName(domain));
    return answersChallenge(records, challenge) ? 'proven' : 'other';
  } catch (error) {
    return ABSENT.includes((error as NodeJS.ErrnoException).code) ? 'absent' : 'silent';
  }
}
