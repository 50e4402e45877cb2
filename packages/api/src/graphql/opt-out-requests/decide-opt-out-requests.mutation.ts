import { type DecisionItem, decideRequests, findRequests } from '@adieu/db';
import { actorOf } from '@adieu/domain';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { asGiven } from '../access/hold-to-accounts.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { decisionProblem } from './decision-problem.ts';
import { fromId } from '../shared/ids.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { counted } from '../shared/item-counts.type.ts';
import { InvalidInput, LimitReached, Problem } from '../shared/problems.ts';
import { OptOutRequestType } from './opt-out-request.type.ts';
import { answer, keyResult } from '../shared/result.ts';
import { notAnId } from '../shared/read-id.ts';
import { DecideOptOutRequestsInput } from './decide-opt-out-requests.input.ts';
import { Decided } from './decided.type.ts';

const DecideOptOutRequestsResult = keyResult('DecideOptOutRequestsResult', () => [
  Decided,
  LimitReached,
]);

@Resolver()
export class DecideOptOutRequests {
  @Mutation(() => DecideOptOutRequestsResult, {
    description: 'Confirms or declines pending requests. In force when this answers.',
  })
  async decideOptOutRequests(
    @Ctx() ctx: Context,
    @Arg('input', () => DecideOptOutRequestsInput) input: DecideOptOutRequestsInput,
  ): Promise<typeof DecideOptOutRequestsResult> {
    const { organisationId } = viewerOf(ctx);
    if (input.ids.length === 0) return new InvalidInput('ids', 'Name at least one request.');
    const uuids = new Map(input.ids.map((id) => [id, fromId('optout', id)]));
    const requestIds = [...uuids.values()].filter((uuid) => uuid !== null);
    const done = await idempotentMutation(ctx, 'decideOptOutRequests', input, async (sql) => {
      const command = {
        organisationId,
        requestIds,
        decision: input.decision,
        reason: input.reason ?? null,
      };
      const items = await decideRequests(sql, {
        ...command,
        actor: actorOf(viewerOf(ctx)),
        now: ctx.now,
      });
      return items.map(({ requestId, refused }) => ({ requestId, refused }));
    });
    if (done instanceof Problem) return done;
    const refusals = new Map(done.result.map(({ requestId, refused }) => [requestId, refused]));
    const rows = await findRequests(ctx.db.sql, organisationId, requestIds);
    const requests = new Map(rows.map((row) => [row.id, new OptOutRequestType(row)]));
    const items = [...uuids].map(([id, uuid]) => ({
      id: asGiven(ctx, id),
      request: (uuid !== null && requests.get(uuid)) || null,
      problem: uuid === null ? notAnId('optout', 'ids') : problemOf(refusals.get(uuid) ?? null),
    }));
    return answer(Decided, counted(items, 'ids'));
  }
}

function problemOf(refused: DecisionItem['refused']): Problem | null {
  return refused && decisionProblem(refused);
}
