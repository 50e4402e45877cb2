import { leaveByLink, openLink } from '@adieu/db';
import { verifyMessageLink } from '@adieu/keys';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { idempotentLinkMutation } from '../shared/idempotency.ts';
import { NotFound, OptOutExempt, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { LEAVE_PROBLEMS } from './leave-problem.ts';
import { PreferenceViewType } from './preference-view.type.ts';
import { evidenceOf } from '../shared/visitor.ts';
import { answer, linkResult } from '../shared/result.ts';
import { LeaveInput } from './leave.input.ts';

@ObjectType({ description: 'It is in force.' })
export class Left {
  @Field(() => PreferenceViewType)
  readonly preferences!: PreferenceViewType;
}

const LeaveResult = linkResult('LeaveResult', () => [Left, OptOutExempt, NotFound]);

@Resolver()
export class Leave {
  @Mutation(() => LeaveResult, {
    description: 'What the page posts: leave all marketing, this scope, or topics.',
  })
  async leave(
    @Ctx() ctx: Context,
    @Arg('input', () => LeaveInput) input: LeaveInput,
  ): Promise<typeof LeaveResult> {
    const messageId = verifyMessageLink(ctx.ring, input.token);
    const link = messageId === null ? null : await openLink(ctx.db.sql, messageId, ctx.now);
    if (link === null) return new NotFound('link', 'token');
    const topicIds = input.topicIdsOff.map((id) => readId('topic', id, 'topicIdsOff'));
    const { organisationId } = link;
    const call = { organisationId, operation: 'leave', input, caller: `message/${link.messageId}` };
    const done = await idempotentLinkMutation(ctx, call, (tx) =>
      leaveByLink(tx, {
        messageId: link.messageId,
        choice: input.choice ?? null,
        topicIds,
        allChannels: input.allChannels,
        evidence: evidenceOf(ctx, input, {
          path: '/u/:token',
          wish: { choice: input.choice, topicIdsOff: input.topicIdsOff },
        }),
        now: ctx.now,
      }),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result) return LEAVE_PROBLEMS[done.result.refused]();
    const now = await openLink(ctx.db.sql, link.messageId, ctx.now);
    return answer(Left, { preferences: new PreferenceViewType(now ?? link) });
  }
}
