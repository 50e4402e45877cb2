import { inboundRaw, type Sql } from '@adieu/db';
import type { Refusal } from '@adieu/apart';
import type { KeyRing } from '@adieu/keys';
import type { OpenedFile } from '../read/open-mail.ts';
import { openMailApart } from '../read/read-mail-apart.ts';
import { inertFile } from './inert-file.ts';
import { createMakeInert, type OurLinks } from './make-inert.ts';

/** An answer as people may read it: nothing in it opens anything of ours. */
export interface InertAnswer {
  readonly subject: string;
  readonly text: string;
  readonly files: readonly OpenedFile[];
  /** Names of files that were too much, or in which something of ours stands. */
  readonly leftOut: readonly string[];
}

/** Opens an answer that is stored, and takes out of it what is of the mail that it quotes. Null where it is gone. */
export async function prepareForward(
  { sql, ring, links }: { readonly sql: Sql; readonly ring: KeyRing; readonly links: OurLinks },
  id: string,
  instead: string,
): Promise<InertAnswer | { readonly refused: Refusal } | null> {
  const pieces: Buffer[] = [];
  for await (const piece of inboundRaw(sql, id)) pieces.push(piece);
  if (pieces.length === 0) return null;
  const opened = await openMailApart(Buffer.concat(pieces), id);
  if ('refused' in opened) return opened;
  const { subject, text, files, leftOut } = opened.done;
  const makeInert = createMakeInert(ring, links, instead);
  const kept = files.map((file) => ({ file, inert: inertFile(file, makeInert) }));
  return {
    subject: makeInert(subject),
    text: makeInert(text),
    files: kept.flatMap(({ inert }) => inert ?? []),
    leftOut: [...leftOut, ...kept.flatMap(({ file, inert }) => (inert === null ? file.name : []))],
  };
}
