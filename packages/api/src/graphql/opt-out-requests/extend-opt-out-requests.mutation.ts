import { extendRequests, findRequests } from '@adieu/db';
import { actorOf, EXTENSION_REFUSALS, LONGEST_REASON } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { asGiven } from '../access/hold-to-accounts.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { fromId } from '../shared/ids.ts';
import { counted, ItemCounts } from '../shared/item-counts.type.ts';
import { LONGEST_LIST } from '../shared/longest-list.ts';
import { InvalidInput, LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { problemTable } from '../shared/problem-table.ts';
import { notAnId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { problemOfDecision } from './decision-problem.ts';
import { OptOutRequestType } from './opt-out-request.type.ts';

@InputType()
export class ExtendOptOutRequestsInput extends IdempotentInput {
  @Field(() => [ID], {
    description: `At most ${LONGEST_LIST}; one that is named twice is moved once.`,
  })
  readonly ids!: string[];

  @Field(() => Date, { description: 'The new end of their reviews: later than the old ones.' })
  readonly deadline!: Date;

  @Field(() => String, { nullable: true })
  readonly reason?: string | null;
}

@ObjectType({ description: 'What became of one id.' })
export class ExtendedItem {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => OptOutRequestType, {
    nullable: true,
    description: 'As it is now; null where there is none.',
  })
  readonly request!: OptOutRequestType | null;

  @Field(() => Problem, { nullable: true, description: 'Why it was not moved; null where it was.' })
  readonly problem!: Problem | null;
}

@ObjectType({
  description: 'Each id for itself, in the order given: some may be moved and others not.',
})
export class Extended extends ItemCounts {
  @Field(() => [ExtendedItem])
  readonly items!: readonly ExtendedItem[];
}

const ExtendOptOutRequestsResult = keyResult('ExtendOptOutRequestsResult', () => [
  Extended,
  LimitReached,
]);

const problemOf = problemTable(EXTENSION_REFUSALS, {
  'already-closed': ['conflict', 'ids'],
  'not-later': ['invalid', 'deadline'],
  'beyond-the-longest-review': ['invalid', 'deadline'],
});

@Resolver()
export class ExtendOptOutRequests {
  @Mutation(() => ExtendOptOutRequestsResult, {
    description: 'Gives open requests more time; their addresses stay paused.',
  })
  async extendOptOutRequests(
    @Ctx() ctx: Context,
    @Arg('input', () => ExtendOptOutRequestsInput) input: ExtendOptOutRequestsInput,
  ): Promise<typeof ExtendOptOutRequestsResult> {
    const viewer = viewerOf(ctx);
    const { organisationId } = viewer;
    const { deadline, reason = null } = input;
    if (input.ids.length === 0) return new InvalidInput('ids', 'Name at least one request.');
    if ((reason?.length ?? 0) > LONGEST_REASON) return problemOfDecision('reason-too-long');
    const uuids = new Map(input.ids.map((id) => [id, fromId('optout', id)]));
    const requestIds = [...uuids.values()].filter((uuid) => uuid !== null);
    const actor = actorOf(viewer);
    const act = { organisationId, requestIds, deadline, reason, actor, now: ctx.now };
    const done = await idempotentMutation(ctx, 'extendOptOutRequests', input, async (sql) =>
      (await extendRequests(sql, act)).map(({ requestId, refused }) => ({ requestId, refused })),
    );
    if (done instanceof Problem) return done;
    const refusals = new Map(done.result.map(({ requestId, refused }) => [requestId, refused]));
    const rows = await findRequests(ctx.db.sql, organisationId, requestIds);
    const requests = new Map(rows.map((row) => [row.id, new OptOutRequestType(row)]));
    const items = [...uuids].map(([id, uuid]) => ({
      id: asGiven(ctx, id),
      request: (uuid !== null && requests.get(uuid)) || null,
      problem: uuid === null ? notAnId('optout', 'ids') : problemOfItem(refusals.get(uuid) ?? null),
    }));
    return answer(Extended, counted(items, 'ids'));
  }
}

function problemOfItem(
  refused: Awaited<ReturnType<typeof extendRequests>>[number]['refused'],
): Problem | null {
  if (refused === null) return null;
  return refused === 'not-found' ? new NotFound('request', 'ids') : problemOf(refused);
}
