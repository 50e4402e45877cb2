import { leaveByLink, openLink } from '@adieu/db';
import { verifyMessageLink } from '@adieu/keys';
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
import type { Context } from '../shared/context.ts';
import { type LeaveChoice, LeaveChoiceEnum } from '../shared/enums.ts';
import { fromId } from '../shared/ids.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, InvalidInput, NotFound, OptOutExempt, Problem } from '../shared/problems.ts';
import { LEAVE_PROBLEMS } from './leave-problem.ts';
import { PreferenceViewType } from './preference-view.type.ts';
import { evidenceOf } from '../shared/visitor.ts';

@InputType()
export class LeaveInput {
  @Field(() => String)
  readonly token!: string;

  @Field(() => LeaveChoiceEnum, {
    nullable: true,
    description: 'Null where topics alone are switched off.',
  })
  readonly choice?: LeaveChoice | null;

  @Field(() => [ID], { defaultValue: [] })
  readonly topicIdsOff!: string[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Also for the addresses on other channels that a contact links to this one.',
  })
  readonly allChannels!: boolean;

  @Field(() => String, { nullable: true, description: 'IP address of the visitor.' })
  readonly origin?: string | null;

  @Field(() => String, { nullable: true })
  readonly userAgent?: string | null;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType({ description: 'It is in force.' })
export class Left {
  @Field(() => PreferenceViewType)
  readonly preferences: PreferenceViewType;

  constructor(preferences: PreferenceViewType) {
    this.preferences = preferences;
  }
}

const LeaveResult = createUnionType({
  name: 'LeaveResult',
  types: () => [Left, OptOutExempt, NotFound, InvalidInput, Conflict] as const,
});

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
    const topicIds = input.topicIdsOff.map((id) => fromId('topic', id));
    if (!topicIds.every((id) => id !== null)) return LEAVE_PROBLEMS['unknown-topic']();
    const { organisationId } = link;
    const call = { organisationId, operation: 'leave', input, caller: `message/${link.messageId}` };
    const done = await idempotentMutation(ctx, call, (tx) =>
      leaveByLink(tx, {
        messageId: link.messageId,
        choice: input.choice ?? null,
        topicIds,
        allChannels: input.allChannels,
        evidence: evidenceOf(input, '/u/:token', {
          choice: input.choice,
          topicIdsOff: input.topicIdsOff,
        }),
        now: ctx.now,
      }),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result) return LEAVE_PROBLEMS[done.result.refused]();
    const now = await openLink(ctx.db.sql, link.messageId, ctx.now);
    return new Left(new PreferenceViewType(now ?? link));
  }
}
