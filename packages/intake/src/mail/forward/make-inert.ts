import { inertTokens } from '@adieu/keys';
import { createTakeRewritten } from './rewritten-links.ts';

/** By what what is ours is known, and what stands in its place. Nothing of it is a secret. */
export interface Ours {
  /** Numbers of the keys that sign tokens. */
  readonly keyIds: readonly number[];
  readonly publicUrl: string;
  readonly mailDomain: string;
  readonly instead: string;
}

/** By what is taken out of a text what opens something of ours. */
export type MakeInert = (text: string) => string;

/**
 * What somebody answers quotes the mail that it answers, and with it that reader's own way out, web version and addresses. Who gets the
 * answer must not leave for them: links to us, addresses of ours with a token and whatever looks like a token are taken out.
 */
export function createMakeInert({ keyIds, publicUrl, mailDomain, instead }: Ours): MakeInert {
  const host = new URL(publicUrl).host;
  // Tokens are taken out first, wherever they stand: what is left of the link around one goes with it, so that one link leaves one note.
  const noted = literally(instead);
  const links = new RegExp(
    String.raw`(?:https?:\/\/)?${literally(host)}\/(?:${BREAK}[\w\-./~%?&=#+]+(?:${BREAK}${noted})*|${noted})`,
    'gi',
  );
  const addresses = new RegExp(
    String.raw`\b(?:leave|reply|bounce)\+(?:[\w=%]{8,80}|${noted})(?:@${literally(mailDomain)})?`,
    'gi',
  );
  const takeRewritten = createTakeRewritten(new URL(publicUrl).hostname, instead);
  return (text) =>
    inertTokens(takeRewritten(text), keyIds, instead)
      .replace(links, instead)
      .replace(addresses, instead);
}

const BREAK = String.raw`(?:=?\r?\n[> \t|]*)?`;

function literally(text: string): string {
  return text.replaceAll(/[^\w]/g, String.raw`\$&`);
}
