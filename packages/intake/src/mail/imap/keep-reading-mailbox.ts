import { setTimeout as wait } from 'node:timers/promises';
import type { MailboxProblem } from '@adieu/domain';
import { noteMailboxProblem } from '@adieu/db';
import type { ImapMailbox } from '@adieu/gateways';
import type { ImapFlow } from 'imapflow';
import { imapClient } from './imap-client.ts';
import type { ImapDeps } from './imap-deps.ts';
import { type ReadingDeps, readMailbox } from './read-mailbox.ts';

/** How long after it broke the first time, and at most, a connection is made anew. */
const [FIRST_MS, LAST_MS] = [1_000, 5 * 60_000];
/** Servers that say nothing in IDLE are asked all the same. */
const ASK_MS = 4 * 60_000;

/**
 * Reads a mailbox for as long as the process runs: what is there, then what comes (IDLE). A connection that breaks is made anew, by
 * and by more seldom; nothing that happens to it ends the process.
 */
export function keepReadingMailbox(
  deps: ImapDeps,
  mailbox: ImapMailbox,
): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const { signal } = stopped;
  const { name } = mailbox;
  const failed = new Map<number, number>();
  const run = async (): Promise<void> => {
    for (let failures = 0; !signal.aborted;) {
      try {
        await readConnected({ ...deps, failed }, mailbox, signal, () => {
          failures = 0;
        });
      } catch (error) {
        const problem = problemOf(error);
        failures += 1;
        deps.log.warn(
          { mailbox: name, problem, code: codeOf(error), failures },
          'a mailbox can not be read',
        );
        await noteProblem(deps, name, problem);
      }
      await wait(pauseAfter(failures), undefined, { signal }).catch(() => {});
    }
  };
  const running = run();
  return {
    async stop() {
      stopped.abort();
      await running;
    },
  };
}

function pauseAfter(failures: number): number {
  const longest = Math.min(LAST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  // Several that lost their server come back one after the other.
  return longest * (0.5 + Math.random() / 2);
}

async function readConnected(
  deps: ReadingDeps,
  mailbox: ImapMailbox,
  signal: AbortSignal,
  onRead: () => void,
): Promise<void> {
  const client = imapClient(mailbox, (error) =>
    deps.log.debug(
      { mailbox: mailbox.name, code: codeOf(error) },
      'a connection to a mailbox failed',
    ),
  );
  const news = newsOf(client);
  const stop = (): void => client.close();
  signal.addEventListener('abort', stop);
  try {
    await client.connect();
    await openFolder(client, mailbox);
    deps.log.info({ mailbox: mailbox.name }, 'a mailbox is read');
    while (!signal.aborted && client.usable) {
      news.isThere = false;
      await readMailbox(deps, mailbox, client, signal);
      onRead();
      if (!news.isThere) await news.wait(client, signal);
    }
    if (!signal.aborted) throw new Error('the connection ended');
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    client.close();
  }
}

class NoSuchFolder extends Error {}

async function openFolder(client: ImapFlow, { folder, moveTo }: ImapMailbox): Promise<void> {
  try {
    if (moveTo !== null) await client.mailboxCreate(moveTo);
    await client.mailboxOpen(folder);
  } catch (error) {
    if (!client.usable) throw error;
    throw new NoSuchFolder('the folder can not be opened', { cause: error });
  }
}

/** Whether anything came since it was last looked; and until then one may wait. */
function newsOf(client: ImapFlow) {
  const news = {
    isThere: false,
    wake: (): void => {},
    async wait(idling: ImapFlow, signal: AbortSignal): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, ASK_MS);
      news.wake = resolve;
      if (news.isThere || signal.aborted || !idling.usable) resolve();
      else void idling.idle().catch(() => resolve());
      await promise;
      clearTimeout(timer);
    },
  };
  const came = (): void => {
    news.isThere = true;
    news.wake();
  };
  client.on('exists', came);
  client.on('close', came);
  return news;
}

/** Where the database is away there is nowhere to note it. */
async function noteProblem(deps: ImapDeps, name: string, problem: MailboxProblem): Promise<void> {
  await noteMailboxProblem(deps.db.sql, { name, problem, now: deps.clock() }).catch(
    (error: unknown) => deps.log.error({ err: error }, 'how a mailbox stands could not be noted'),
  );
}

function problemOf(error: unknown): MailboxProblem {
  if (error instanceof NoSuchFolder) return 'FOLDER';
  if (error instanceof Error && 'authenticationFailed' in error) return 'LOGIN';
  return codeOf(error) === null && !isOfConnection(error) ? 'FAULT' : 'CONNECTION';
}

function isOfConnection(error: unknown): boolean {
  return error instanceof Error && /connection|socket|timed? ?out|closed/i.test(error.message);
}

/** Of the library or of Node: never a message, which may quote the server, and the server us. */
function codeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}
