import { findRequests, type OpenedOfSignal, openRequestsFromMachineSignals } from '@adieu/db';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import {
  InvalidInput,
  LimitReached,
  NotFound,
  PolicyRefused,
  Problem,
} from '../shared/problems.ts';
import { OptOutRequestType } from '../opt-out-requests/opt-out-request.type.ts';
import { LONGEST_NOTE } from '../opt-out-requests/read-wish.ts';
import { readScope, ScopeInput } from '../scopes/scope.input.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { keyResult } from '../shared/result.ts';
import { notAnId } from '../shared/read-id.ts';

const MOST_IDS = 1_000;

@InputType()
export class OpenRequestsFromMachineSignalsInput extends IdempotentInput {
  @Field(() => [ID], { description: `At most ${MOST_IDS}; one that is named twice counts once.` })
  readonly ids!: string[];

  @Field(() => ScopeInput, {
    nullable: true,
    description:
      'What they leave. If not given: what the link of each signal’s own message leaves.',
  })
  readonly scope?: ScopeInput | null;

  @Field(() => String, { nullable: true, description: 'Why; kept as evidence.' })
  readonly note?: string | null;
}

@ObjectType({ description: 'What became of one machine signal.' })
export class OpenedItem {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => OptOutRequestType, { nullable: true, description: 'The request that stands now.' })
  readonly request!: OptOutRequestType | null;

  @Field(() => Problem, { nullable: true })
  readonly problem!: Problem | null;
}

@ObjectType({ description: 'Each id for itself, in the order given.' })
export class RequestsOpened {
  @Field(() => [OpenedItem])
  readonly items: readonly OpenedItem[];

  constructor(items: readonly OpenedItem[]) {
    this.items = items;
  }
}

const OpenRequestsResult = keyResult(
  'OpenRequestsFromMachineSignalsResult',
  () => [RequestsOpened, NotFound, LimitReached] as const,
);

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
    const { organisationId, name } = viewerOf(ctx);
    const { ids, note } = input;
    if (ids.length === 0) return new InvalidInput('ids', 'Name at least one machine signal.');
    if (ids.length > MOST_IDS)
      return new LimitReached('ids', `At most ${MOST_IDS} at once; these are ${ids.length}.`);
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
        const items = await openRequestsFromMachineSignals(sql, {
          organisationId,
          machineSignalIds,
          scope,
          note: note ?? null,
          actor: { kind: 'ADMIN', name },
          now: ctx.now,
        });
        return items.map((item) => ({ ...item }));
      },
    );
    if (done instanceof Problem) return done;
    const items = new Map(done.result.map((item) => [item.machineSignalId, item]));
    const requestIds = done.result.flatMap(({ requestId }) => requestId ?? []);
    const rows = await findRequests(ctx.db.sql, organisationId, requestIds);
    const requests = new Map(rows.map((row) => [row.id, new OptOutRequestType(row)]));
    return new RequestsOpened(
      [...uuids].map(([id, uuid]) => {
        if (uuid === null) return { id, request: null, problem: notAnId('machine', 'ids') };
        const item = items.get(uuid);
        return {
          id,
          request: (item?.requestId && requests.get(item.requestId)) || null,
          problem: problemOf(item === undefined ? 'not-found' : item.refused),
        };
      }),
    );
  }
}

function problemOf(refused: OpenedOfSignal['refused']): Problem | null {
  if (refused === null) return null;
  if (refused === 'not-found') return new NotFound('machine signal or scope', 'ids');
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
