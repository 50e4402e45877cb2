import {
  findRequests,
  type OpenedOfSignal,
  openRequestsFromMachineSignals,
  scopeExists,
} from '@adieu/db';
import { actorOf } from '@adieu/domain';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { counted } from '../shared/item-counts.type.ts';
import {
  InvalidInput,
  LimitReached,
  NotFound,
  PolicyRefused,
  Problem,
} from '../shared/problems.ts';
import { OptOutRequestType } from '../opt-out-requests/opt-out-request.type.ts';
import { LONGEST_NOTE } from '../opt-out-requests/read-request.ts';
import { readScope } from '../scopes/scope.input.ts';
import { answer, keyResult } from '../shared/result.ts';
import { notAnId } from '../shared/read-id.ts';
import { OpenRequestsFromMachineSignalsInput } from './open-requests.input.ts';
import { RequestsOpened } from './opened-requests.type.ts';

const OpenRequestsResult = keyResult('OpenRequestsFromMachineSignalsResult', () => [
  RequestsOpened,
  NotFound,
  LimitReached,
]);

@Resolver()
export class OpenRequestsFromMachineSignals {
  @Mutation(() => OpenRequestsResult, {
    description: 'Makes unclear requests of machine signals: paused at once, decided like others.',
  })
  async openRequestsFromMachineSignals(
    @Ctx() ctx: Context,
    @Arg('input', () => OpenRequestsFromMachineSignalsInput)
    input: OpenRequestsFromMachineSignalsInput,
  ): Promise<typeof OpenRequestsResult> {
    const { organisationId } = viewerOf(ctx);
    const { ids, note } = input;
    if (ids.length === 0) return new InvalidInput('ids', 'Name at least one machine signal.');
    if ((note?.length ?? 0) > LONGEST_NOTE)
      return new InvalidInput('note', `At most ${LONGEST_NOTE} characters.`);
    const scope = input.scope ? readScope(input.scope, organisationId) : null;
    const uuids = new Map(ids.map((id) => [id, fromId('machine', id)]));
    const machineSignalIds = [...uuids.values()].filter((uuid) => uuid !== null);
    const done = await idempotentMutation(
      ctx,
      'openRequestsFromMachineSignals',
      input,
      async (sql) => {
        if (scope !== null && !(await scopeExists(sql, organisationId, scope)))
          return { refused: 'not-found' } as const;
        const items = await openRequestsFromMachineSignals(sql, {
          organisationId,
          machineSignalIds,
          scope,
          note: note ?? null,
          actor: actorOf(viewerOf(ctx)),
          now: ctx.now,
        });
        return { refused: null, items: items.map((item) => ({ ...item })) };
      },
    );
    if (done instanceof Problem) return done;
    if (done.result.refused !== null) return new NotFound('scope', 'scope');
    const items = new Map(done.result.items.map((item) => [item.machineSignalId, item]));
    const requestIds = done.result.items.flatMap(({ requestId }) => requestId ?? []);
    const rows = await findRequests(ctx.db.sql, organisationId, requestIds);
    const requests = new Map(rows.map((row) => [row.id, new OptOutRequestType(row)]));
    const opened = [...uuids].map(([id, uuid]) => {
      if (uuid === null) return { id, request: null, problem: notAnId('machine', 'ids') };
      const item = items.get(uuid);
      return {
        id,
        request: (item?.requestId && requests.get(item.requestId)) || null,
        problem: problemOf(item === undefined ? 'not-found' : item.refused),
      };
    });
    return answer(RequestsOpened, counted(opened, 'ids'));
  }
}

function problemOf(refused: OpenedOfSignal['refused']): Problem | null {
  if (refused === null) return null;
  if (refused === 'not-found') return new NotFound('machine signal', 'ids');
  if (refused === 'scope-needed')
    return new InvalidInput(
      'scope',
      'This signal is about no message: say what is left.',
      'SCOPE_NEEDED',
    );
  return new PolicyRefused(
    'TRANSACTIONAL_HAS_NO_OPT_OUT',
    'Transactional messages have no opt-out.',
    'ids',
  );
}
