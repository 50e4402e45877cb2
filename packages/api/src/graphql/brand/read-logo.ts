import type { ChosenLogo } from '@adieu/db';
import { MOST_LOGO_BYTES } from '@adieu/domain';
import { brandProblem } from './brand-problem.ts';
import { InvalidInput, Problem } from '../shared/problems.ts';
import type { BrandLogoInput } from './brand.input.ts';
import { BadArgument } from '../shared/bad-argument.ts';

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

const SHA256 = /^[\da-f]{64}$/;

/** Base64 of the largest logo: more need not be decoded to be refused. */
const LONGEST_BASE64 = Math.ceil(MOST_LOGO_BYTES / 3) * 4;

export function readLogo(
  input: BrandLogoInput | null,
): (ChosenLogo & { readonly alt: string }) | null | Problem {
  if (input === null) return null;
  const alt = input.alt.trim();
  const { content = null, id = null } = input;
  if ((content === null) === (id === null))
    return new InvalidInput('logo', 'Give either its content or the id of an earlier one.');
  if (id !== null) {
    if (!SHA256.test(id))
      throw new BadArgument('logo.id', 'is not the id of a picture: 64 hex digits');
    return { sha256: id, alt };
  }
  if (content!.length > LONGEST_BASE64)
    return brandProblem({ refused: 'too-large', field: 'logo.content' });
  if (!BASE64.test(content!)) return new InvalidInput('logo.content', 'This is not base64.');
  return { content: Buffer.from(content!, 'base64'), alt };
}
