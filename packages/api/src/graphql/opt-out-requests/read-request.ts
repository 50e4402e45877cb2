import { METHOD_NOT_CLAIMABLE, METHODS } from '@adieu/domain';
import { readAddress } from '../shared/address.ts';
import type { Context } from '../shared/context.ts';
import { InvalidInput, PolicyRefused, Problem } from '../shared/problems.ts';
import { readScope } from '../scopes/scope.input.ts';
import { RequestOptOutInput } from './request-opt-out.input.ts';

export const LONGEST_NOTE = 2_000;

export function readRequest(ctx: Context, organisationId: string, input: RequestOptOutInput) {
  const known = readAddress(ctx.ring, input.address, input.channel ?? 'EMAIL');
  if (known instanceof Problem) return known;
  const method = input.method ?? 'API';
  if (METHODS[method].seenBy !== 'KEY')
    return new InvalidInput('method', METHOD_NOT_CLAIMABLE, 'METHOD_NOT_CLAIMABLE');
  const signal = input.signal ?? METHODS[method].signal;
  if (signal === 'MACHINE')
    return new PolicyRefused(
      'MACHINE_SIGNAL',
      'A machine’s guess is no wish: nothing is opened for it.',
      'signal',
    );
  if ((input.note?.length ?? 0) > LONGEST_NOTE)
    return new InvalidInput('note', `At most ${LONGEST_NOTE} characters.`);
  const scope = readScope(input.scope, organisationId);
  return { known, scope, signal, method };
}
