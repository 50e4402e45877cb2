import { type LinkView, openLink, recordWish } from '@adieu/db';
import type { ScopeKind } from '@adieu/domain';
import { verifyMessageLink } from '@adieu/keys';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { type LeaveChoice, LeaveChoiceEnum } from '../shared/enums.ts';
import { readId } from '../shared/read-id.ts';
import { idempotentLinkMutation } from '../shared/idempotency.ts';
import { InvalidInput, NotFound, OptOutExempt, Problem } from '../shared/problems.ts';
import { PreferenceViewType } from './preference-view.type.ts';
import { evidenceOf } from '../shared/visitor.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { linkResult } from '../shared/result.ts';

@InputType()
export class LeaveInput extends IdempotentInput {
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
}

@ObjectType({ description: 'It is in force.' })
export class Left {
  @Field(() => PreferenceViewType)
  readonly preferences: PreferenceViewType;

  constructor(preferences: PreferenceViewType) {
    this.preferences = preferences;
  }
}

const LeaveResult = linkResult('LeaveResult', () => [Left, OptOutExempt, NotFound] as const);

type Scope = 'LINK' | { readonly kind: ScopeKind; readonly id: string };

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
    return new Left(new PreferenceViewType(now ?? link));
  }
}

function readScopes(input: LeaveInput, link: LinkView): Scope[] | InvalidInput {
  const topics = input.topicIdsOff.map((id) => readId('topic', id, 'topicIdsOff'));
  if (topics.some((id) => !link.topics.some((topic) => topic.id === id)))
    return new InvalidInput('topicIdsOff', 'One of these is not a topic of this account.');
  const scopes: Scope[] = topics.map((id) => ({ kind: 'TOPIC', id }));
  // First, for an exempt book refuses: then nothing was done, and the page tells so.
  if (input.choice === 'THIS_SCOPE') scopes.unshift('LINK');
  if (input.choice === 'ALL_MARKETING') scopes.push({ kind: 'ACCOUNT', id: link.accountId });
  return scopes.length > 0
    ? scopes
    : new InvalidInput('choice', 'Choose what to leave, or name topics.');
}
