import { openLink, recordWish } from '@adieu/db';
import { verifyMessageLink } from '@adieu/keys';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { idempotentLinkMutation } from '../shared/idempotency.ts';
import { InvalidInput, NotFound, OptOutExempt, Problem } from '../shared/problems.ts';
import { PreferenceViewType } from './preference-view.type.ts';
import { evidenceOf } from '../shared/visitor.ts';
import { answer, linkResult } from '../shared/result.ts';
import { LeaveInput } from './leave.input.ts';
import { readScopes } from './read-scopes.ts';

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
    const scopes = readScopes(input, link);
    if (scopes instanceof Problem) return scopes;
    const { organisationId } = link;
    const call = { organisationId, operation: 'leave', input, caller: `message/${link.messageId}` };
    const done = await idempotentLinkMutation(ctx, call, async (sql) => {
      for (const scope of scopes) {
        const recorded = await recordWish(sql, {
          allChannels: input.allChannels,
          target: { messageId: link.messageId, scope },
          signal: 'CLEAR',
          method: 'LINK',
          actor: { kind: 'RECIPIENT', name: null },
          evidence: evidenceOf(input, '/u/:token', {
            choice: input.choice,
            topicIdsOff: input.topicIdsOff,
          }),
          now: ctx.now,
        });
        if ('refused' in recorded) return { refused: recorded.refused };
      }
      return { refused: null };
    });
    if (done instanceof Problem) return done;
    if (done.result.refused === 'exempt') return new OptOutExempt('choice');
    if (done.result.refused !== null)
      return new InvalidInput(
        'choice',
        'There is nothing to leave: these messages have no opt-out.',
      );
    const now = await openLink(ctx.db.sql, link.messageId, ctx.now);
    return answer(Left, { preferences: new PreferenceViewType(now ?? link) });
  }
}
