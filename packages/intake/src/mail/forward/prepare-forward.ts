import type { Refusal } from '@adieu/apart';
import { inboundRaw, type Sql } from '@adieu/db';
import type { KeyRing } from '@adieu/keys';
import type { OpenedMail } from '../read/open-mail.ts';
import { openMailApart } from '../read/read-mail-apart.ts';

/** Opens an answer that is stored, and takes out of it what is of the mail that it quotes. Null where it is gone. */
export async function prepareForward(
  {
    sql,
    ring,
    links,
  }: {
    readonly sql: Sql;
    readonly ring: KeyRing;
    readonly links: { readonly publicUrl: string; readonly mailDomain: string };
  },
  id: string,
  instead: string,
): Promise<OpenedMail | { readonly refused: Refusal } | null> {
  const pieces: Buffer[] = [];
  for await (const piece of inboundRaw(sql, id)) pieces.push(piece);
  if (pieces.length === 0) return null;
  const { publicUrl, mailDomain } = links;
  const ours = { keyIds: ring.links.map((key) => key.id), publicUrl, mailDomain, instead };
  const opened = await openMailApart(Buffer.concat(pieces), ours, id);
  return 'refused' in opened ? opened : opened.done;
}
