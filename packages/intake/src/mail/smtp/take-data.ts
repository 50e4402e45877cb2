import type { SMTPServerOptions, SMTPServerSession } from 'smtp-server';
import { addressOfOurs } from '../address-of-ours.ts';
import { isSmuggled } from './is-smuggled.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { receiveMail } from './receive-mail.ts';
import { refusal, reply } from './replies.ts';
import type { SmtpSettings } from './smtp-settings.ts';
import type { TakingDeps } from './smtp-deps.ts';
import type { Spool } from './spool.ts';
import { takeMail } from './take-mail.ts';

/** As a whole, and again on the way to the database, a large mail is held by one of them at a time. */
const LARGE = 1024 * 1024;

interface TakenTold {
  readonly onReceived: (session: SMTPServerSession, bytes: number) => void;
  /** Its connection is to end, after the answer. */
  readonly onGivenUp: (session: SMTPServerSession) => void;
}

type TakeData = NonNullable<SMTPServerOptions['onData']>;

/** Takes a mail and answers it: null where it is taken. Never throws. */
export function createTakeData(
  deps: TakingDeps,
  settings: SmtpSettings,
  { onReceived, onGivenUp }: TakenTold,
): TakeData {
  const largeOnes = oneAfterAnother();
  const onStored = deps.onStored ?? (() => {});
  const store = async (spool: Spool, session: SMTPServerSession): Promise<Error | null> => {
    const raw = await spool.take();
    if (isSmuggled(raw)) return reply(550, 'Lines end with CR and LF, also those of a lone dot');
    const refused = await takeMail(deps, raw, session, onStored);
    return refused === null ? null : refusal(refused);
  };
  const take: (...args: Parameters<TakeData>) => Promise<Error | null> = async (
    stream,
    session,
  ) => {
    const size = mostOf(deps, settings, session);
    const received = await receiveMail(stream, { ...settings, size });
    if (received === 'too-large') return reply(552, 'The mail is too large');
    if (received === 'too-slow' || received === 'crumbs') {
      onGivenUp(session);
      return reply(421, 'That took too long');
    }
    if (received === 'gone') return reply(451, 'The mail did not come in whole');
    const { spool } = received;
    onReceived(session, spool.size);
    try {
      if (spool.size <= LARGE) return await store(spool, session);
      return await largeOnes(() => store(spool, session));
    } catch (error) {
      deps.log.error({ err: error }, 'a mail could not be stored');
      return reply(451, 'Please try again in a few minutes');
    } finally {
      await spool.close();
    }
  };
  return (stream, session, callback) => {
    const answer = async (): Promise<void> => callback(await take(stream, session, callback));
    void answer();
  };
}

/** An address with a token is had by who was written to; the others by everybody, whose megabytes nobody wants to keep. */
function mostOf(
  { ring, mailDomain }: TakingDeps,
  { guessedSize, size }: SmtpSettings,
  { envelope: { rcptTo } }: SMTPServerSession,
): number {
  const isGuessed = rcptTo.some(({ address }) => {
    const kind = addressOfOurs(ring, mailDomain, address)?.kind;
    return kind === 'COMPLAINT' || kind === 'LEAVE_IN_SUBJECT' || kind === 'TEST';
  });
  return isGuessed ? guessedSize : size;
}
