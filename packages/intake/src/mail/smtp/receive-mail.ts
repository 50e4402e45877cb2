import type { SMTPServerDataStream } from 'smtp-server';
import type { SmtpSettings } from './smtp-settings.ts';
import { Spool } from './spool.ts';

/** A mail as it came in, or why there is none. */
export type Received = { readonly spool: Spool } | 'too-large' | 'gone' | 'too-slow' | 'crumbs';

/** Takes in a whole mail. What is larger than may be is read to its end and kept nowhere. */
export async function receiveMail(
  stream: SMTPServerDataStream,
  { dataMs, size }: Pick<SmtpSettings, 'dataMs' | 'size'>,
): Promise<Received> {
  const spool = new Spool();
  let why: Received = 'gone';
  const give = (up: Received): void => {
    why = up;
    stream.destroy();
  };
  const timer = setTimeout(() => give('too-slow'), dataMs);
  let pieces = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      pieces += 1;
      if (areCrumbs(pieces, stream.byteLength)) give('crumbs');
      else if (stream.byteLength <= size) await spool.add(piece);
    }
  } catch {
    await spool.close();
    return why;
  } finally {
    clearTimeout(timer);
  }
  if (stream.byteLength <= size) return { spool };
  await spool.close();
  return 'too-large';
}

const MOST_PIECES = 20_000;
const CRUMB_BYTES = 40;

/** Each line that begins with a dot comes by itself and costs 10 µs: megabytes of them would cost a minute. No mail is so. */
function areCrumbs(pieces: number, bytes: number): boolean {
  return pieces > MOST_PIECES && bytes < pieces * CRUMB_BYTES;
}
