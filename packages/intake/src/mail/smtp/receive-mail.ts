import type { SMTPServerDataStream } from 'smtp-server';
import type { SmtpSettings } from './smtp-settings.ts';
import { Spool } from './spool.ts';

/** A mail as it came in, or why there is none. */
export type Received = { readonly spool: Spool } | 'too-large' | 'gone' | 'too-slow';

/** Takes in a whole mail. What is larger than may be is read to its end and kept nowhere. */
export async function receiveMail(
  stream: SMTPServerDataStream,
  { dataMs, size }: Pick<SmtpSettings, 'dataMs' | 'size'>,
): Promise<Received> {
  const spool = new Spool();
  let tooSlow = false;
  const timer = setTimeout(() => {
    tooSlow = true;
    stream.destroy();
  }, dataMs);
  try {
    for await (const piece of stream as AsyncIterable<Buffer>)
      if (!stream.sizeExceeded && spool.size + piece.length <= size) await spool.add(piece);
  } catch {
    await spool.close();
    return tooSlow ? 'too-slow' : 'gone';
  } finally {
    clearTimeout(timer);
  }
  if (!stream.sizeExceeded) return { spool };
  await spool.close();
  return 'too-large';
}
