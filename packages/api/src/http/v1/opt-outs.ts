import { type Json, withIdempotency } from '@adieu/db';
import { actorOf } from '@adieu/domain';
import { explainRefusal, type KnownAddress, recogniseAddress } from '@adieu/keys';
import type { z } from 'zod';
import { addOnce, type AddedOnce } from '../../add-opt-outs.ts';
import { noOptOut, OptOutExempt, type Problem } from '../../graphql/shared/problems.ts';
import { fromScopeId, PREFIX_OF_SCOPE, toId } from '../../graphql/shared/ids.ts';
import { reaches } from '../access/admit.ts';
import { ADD_OPT_OUTS } from '../access/routes.ts';
import { type Asked, refusal, type Refusal, type V1Deps } from './asked.ts';
import type { OptOutsAnswer, OptOutsRequest } from './schemas.ts';

const LONGEST_KEY = 200;

/** `POST /v1/opt-outs`: wishes that another system was told, each in force when this is answered. */
export async function optOuts(
  { db, ring, clock }: V1Deps,
  { viewer, body }: Asked<z.output<typeof OptOutsRequest>>,
  idempotencyKey: string | undefined,
): Promise<z.input<typeof OptOutsAnswer> | Refusal> {
  const { organisationId } = viewer;
  const { channel, scope, note, addresses } = body;
  if (idempotencyKey !== undefined && !isKey(idempotencyKey)) return BAD_KEY;
  const own = db.ofTenant(organisationId);
  const scopeId =
    scope.kind === 'ORGANISATION' && scope.id === undefined
      ? organisationId
      : fromScopeId(scope.kind, scope.id ?? '');
  if (scopeId === null) return NO_SCOPE;
  const kind = PREFIX_OF_SCOPE[scope.kind];
  const named =
    kind === 'account' || kind === 'book' || kind === 'topic' ? [{ kind, id: scopeId }] : [];
  if (!(await reaches(own, viewer, ADD_OPT_OUTS, named))) return NO_SCOPE;

  const read = addresses.map((text) => recogniseAddress(ring, { channel, text, country: null }));
  const known = read.filter((each): each is KnownAddress => !('refused' in each));
  const call = {
    organisationId,
    key: idempotencyKey ?? null,
    operation: 'POST /v1/opt-outs',
    input: body as Json,
  };
  const done = await withIdempotency<AddedOnce>(own, call, (tx) =>
    addOnce(tx, {
      organisationId,
      channel,
      addresses: known,
      scope: { kind: scope.kind, id: scopeId },
      method: 'API',
      note: note?.trim() ? note : null,
      actor: actorOf(viewer),
      now: clock(),
    }),
  );
  if ('conflict' in done) return KEY_USED;
  const { result } = done;
  if (result.refused !== null) return REFUSED[result.refused];
  const ids = new Map(known.map(({ address }, nth) => [address, result.requestIds[nth]!]));
  const items = read.map((each) =>
    'refused' in each
      ? { requestId: null, problem: explainRefusal(each.refused, '') }
      : shown(ids.get(each.address) ?? null),
  );
  const added = items.filter(({ problem }) => problem === null).length;
  return { added, rejected: items.length - added, items };
}

function shown(id: string | null): { requestId: string | null; problem: string | null } {
  return id === null
    ? { requestId: null, problem: 'it could not be recorded: there is no such recipient any more' }
    : { requestId: toId('optout', id), problem: null };
}

function isKey(key: string): boolean {
  return key.length >= 1 && key.length <= LONGEST_KEY;
}

function told({ code, message, field }: Problem): Refusal {
  return refusal(409, code, message, field);
}

const NO_SCOPE = refusal(404, 'NOT_FOUND', 'There is no such scope.', 'scope');
const BAD_KEY = refusal(
  400,
  'INVALID_INPUT',
  `An Idempotency-Key has 1 to ${LONGEST_KEY} characters.`,
  'Idempotency-Key',
);
const KEY_USED = refusal(
  409,
  'IDEMPOTENCY_KEY_REUSED',
  'This Idempotency-Key was used with another body. Use a new one.',
  'Idempotency-Key',
);
const REFUSED = {
  'not-found': NO_SCOPE,
  exempt: told(new OptOutExempt('scope')),
  'no-opt-out': told(noOptOut('scope')),
} as const;
