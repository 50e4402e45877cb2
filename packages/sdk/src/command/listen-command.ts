import { randomBytes } from 'node:crypto';
import { type Command } from 'commander';
import { type Connection, connect } from '../client/connect.ts';
import { AdieuError } from '../errors.ts';
import { type HeardEvent, listen, signedHeaders } from '../webhooks/listen.ts';
import { plainly } from './plainly.ts';

interface ListenOptions {
  readonly account?: string;
  readonly types?: string;
  readonly full?: boolean;
  readonly forward?: string;
}

const EVERY_MS = 1_000;
const FORWARD_MS = 20_000;

/** Adds `listen`. `connection` is asked for when it runs; by the environment if not given. */
export function addListenCommand(
  program: Command,
  connection: () => Connection | Promise<Connection> = connect,
): void {
  program
    .command('listen')
    .description(
      'print what webhooks are told, as it happens, on your own machine; a key of the role ADMIN or AUDITOR',
    )
    .option('--account <id>', 'of this account alone')
    .option('--types <types>', 'of these types alone, by commas, such as optout.confirmed')
    .option('--full', 'with addresses, as endpoints of the content FULL get them')
    .option('--forward <url>', 'hand each to this server too, signed with a secret that is printed')
    .action((options: ListenOptions) =>
      plainly(async () => {
        const stopping = new AbortController();
        for (const name of ['SIGINT', 'SIGTERM'] as const)
          process.once(name, () => stopping.abort());
        await runListen(await connection(), options, stopping.signal);
      }),
    );
}

export async function runListen(
  connection: Connection,
  options: ListenOptions,
  signal: AbortSignal,
): Promise<void> {
  const { forward } = options;
  if (forward !== undefined && !/^https?:$/.test(URL.parse(forward)?.protocol ?? ''))
    throw new AdieuError(
      'NO_URL',
      '--forward: give the whole URL, as in http://localhost:3000/hooks',
    );
  const secret = randomBytes(32);
  if (forward !== undefined)
    console.log(`Verify with the secret whsec_${secret.toString('base64')}`);
  const listening = {
    accountId: options.account ?? null,
    types: options.types?.split(',').map((type) => type.trim()) ?? [],
    content: options.full ? 'FULL' : 'THIN',
    everyMs: EVERY_MS,
    signal,
  } as const;
  for await (const event of listen(connection, listening)) {
    const answered = forward === undefined ? '' : ` ${await hand(event, forward, secret)}`;
    console.log(`${event.id} ${event.type}${answered}\n${event.body}`);
  }
}

/** What the server answered, or why there was none. */
async function hand(event: HeardEvent, url: string, secret: Buffer): Promise<string> {
  try {
    const { status } = await fetch(url, {
      method: 'POST',
      headers: signedHeaders(event, secret, new Date()),
      body: event.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(FORWARD_MS),
    });
    return `-> ${status}`;
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    return `-> no answer (${cause?.code ?? (error as Error).name})`;
  }
}
