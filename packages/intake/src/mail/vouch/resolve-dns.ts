import { Resolver } from 'node:dns/promises';

/** A look-up in DNS, as mailauth asks for it. Rejects where there is nothing. */
export type ResolveDns = (name: string, type: string) => Promise<string[] | string[][]>;

const TIMEOUT_MS = 1_000;
const TRIES = 2;

/** Asks the machine's own name servers, for two seconds at most. */
export function createResolveDns(servers?: readonly string[]): ResolveDns {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
  if (servers !== undefined) resolver.setServers(servers);
  return async (name, type) => {
    // What is asked for is text, names and addresses; of MX the library reads what it finds.
    return (await resolver.resolve(name, type)) as string[] | string[][];
  };
}
