import { findRequests, type OpenedOfSignal, openRequestsFromMachineSignals } from '@adieu/db';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import {
  Conflict,
  Forbidden,
  InvalidInput,
  LimitReached,
  NotFound,
  PolicyRefused,
  Problem,
} from '../shared/problems.ts';
import { OptOutRequestType } from '../opt-out-requests/opt-out-request.type.ts';
import { LONGEST_NOTE } from '../opt-out-requests/read-wish.ts';
import { readScope, ScopeInput } from '../scopes/scope.input.ts';

const MOST_IDS = 1_000;

@InputType()
export class OpenRequestsFromMachineSignalsInput {
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

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
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

const OpenRequestsResult = createUnionType({
  name: 'OpenRequestsFromMachineSignalsResult',
  types: () => [RequestsOpened, NotFound, InvalidInput, LimitReached, Conflict, Forbidden] as const,
});

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
    if (input.scope && scope === null) return new NotFound('scope', 'scope.id');
    const uuids = new Map(ids.map((id) => [id, fromId('machine', id)]));
    const machineSignalIds = [...uuids.values()].filter((uuid) => uuid !== null);
    const call = { organisationId, operation: 'openRequestsFromMachineSignals', input };
    const done = await idempotentMutation(ctx, call, async (sql) => {
      const items = await openRequestsFromMachineSignals(sql, {
        organisationId,
        machineSignalIds,
        scope,
        note: note ?? null,
        actor: { kind: 'ADMIN', name },
        now: ctx.now,
      });
      return items.map((item) => ({ ...item }));
    });
    if (done instanceof Problem) return done;
    const items = new Map(done.result.map((item) => [item.machineSignalId, item]));
    const requestIds = done.result.flatMap(({ requestId }) => requestId ?? []);
    const rows = await findRequests(ctx.db.sql, organisationId, requestIds);
    const requests = new Map(rows.map((row) => [row.id, new OptOutRequestType(row)]));
    return new RequestsOpened(
      [...uuids].map(([id, uuid]) => {
        const item = uuid === null ? undefined : items.get(uuid);
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
