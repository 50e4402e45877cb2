import { decodeText, findEncoding, TEXT_REFUSALS } from '@adieu/intake';
import { Failure } from '../failure.ts';

/** The text of a file, as often as it is asked for; a failure where its bytes are none. Nothing is lost on the way. */
export async function openText(
  read: () => AsyncIterable<Buffer>,
  file: string,
  encoding: string | undefined,
): Promise<() => AsyncIterable<string>> {
  const found = await findEncoding(read(), encoding ?? null);
  if ('refused' in found) throw new Failure(`${file}: ${TEXT_REFUSALS[found.refused]}`);
  return () => decodeText(read(), found.encoding);
}
