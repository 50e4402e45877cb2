import type { ConsentItem } from '@adieu/db';
import { LANGUAGES } from '@adieu/domain';
import { consentDeclaration, DECLARATION_VERSION } from '@adieu/messages';
import { readRecipientAddress } from '../shared/address.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { InvalidInput, Problem } from '../shared/problems.ts';
import { readScope } from '../scopes/scope.input.ts';
import { ConsentItemInput } from './record-consents.input.ts';
import { orProblem } from '../shared/read-id.ts';

const SHA256 = /^[\da-f]{64}$/;

export function readItem(
  ctx: Context,
  sender: string,
  item: ConsentItemInput,
): ConsentItem | Problem {
  const known = readRecipientAddress(ctx.ring, {
    channel: item.channel ?? 'EMAIL',
    text: item.address,
    country: null,
  });
  if (known instanceof Problem) return known;
  const scope = orProblem(() => readScope(item.scope, viewerOf(ctx).organisationId));
  if (scope instanceof Problem) return scope;
  if (scope.kind === 'ORGANISATION')
    return new InvalidInput('scope', 'Name a topic, a book or an account of yours.');
  const language = LANGUAGES.find((code) => code === (item.language ?? 'en'));
  if (language === undefined)
    return new InvalidInput('language', `Use one of ${LANGUAGES.join(', ')}.`);
  const evidenceSha256 = item.evidenceFile ?? null;
  if (evidenceSha256 !== null && !SHA256.test(evidenceSha256))
    return new InvalidInput('evidenceFile', 'This is not the id of a file: 64 hex digits.');
  return {
    ...known,
    scope: { kind: scope.kind, id: scope.id },
    consentText: item.consentText,
    source: item.source,
    obtainedAt: item.obtainedAt,
    evidenceSha256,
    language,
    declaration: (name, kind) => consentDeclaration(language, sender, { kind, name }),
    declarationVersion: DECLARATION_VERSION,
  };
}
