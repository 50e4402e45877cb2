import {
  changePreferences,
  type LinkView,
  openLink,
  type Preferences,
  recordOptOut,
} from '@adieu/db';
import {
  type Frequency,
  type Language,
  LANGUAGES,
  refuseSnooze,
  SNOOZE_REFUSALS,
} from '@adieu/domain';
import { verifyMessageLink } from '@adieu/keys';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { FrequencyEnum } from '../shared/enums.ts';
import { readId } from '../shared/read-id.ts';
import { idempotentLinkMutation } from '../shared/idempotency.ts';
import { codeOf, InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { PreferenceViewType } from './preference-view.type.ts';
import { evidenceOf } from '../shared/visitor.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { linkResult } from '../shared/result.ts';

@InputType({ description: 'What is left out stays as it was.' })
export class UpdatePreferencesInput extends IdempotentInput {
  @Field(() => String)
  readonly token!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Topics to leave. One comes back by a double opt-in only: see startDoubleOptIn.',
  })
  readonly topicIdsOff?: string[] | null;

  @Field(() => FrequencyEnum, { nullable: true })
  readonly frequency?: Frequency | null;

  @Field(() => Date, {
    nullable: true,
    description: 'No marketing before this instant, at most 365 days from now.',
  })
  readonly pausedUntil?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Ends a pause now.' })
  readonly endPause?: boolean | null;

  @Field(() => String, { nullable: true, description: 'sv, cs, de, da or en.' })
  readonly language?: string | null;

  @Field(() => String, { nullable: true, description: 'IP address of the visitor.' })
  readonly origin?: string | null;

  @Field(() => String, { nullable: true })
  readonly userAgent?: string | null;
}

@ObjectType()
export class PreferencesUpdated {
  @Field(() => PreferenceViewType)
  readonly preferences: PreferenceViewType;

  constructor(preferences: PreferenceViewType) {
    this.preferences = preferences;
  }
}

const UpdatePreferencesResult = linkResult(
  'UpdatePreferencesResult',
  () => [PreferencesUpdated, NotFound] as const,
);

@Resolver()
export class UpdatePreferences {
  @Mutation(() => UpdatePreferencesResult, {
    description: 'Settings short of leaving: topics off, how often, a pause, the language.',
  })
  async updatePreferences(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdatePreferencesInput) input: UpdatePreferencesInput,
  ): Promise<typeof UpdatePreferencesResult> {
    const messageId = verifyMessageLink(ctx.ring, input.token);
    const link = messageId === null ? null : await openLink(ctx.db.sql, messageId, ctx.now);
    if (link === null) return new NotFound('link', 'token');
    const topics = readTopics(input, link);
    if (topics instanceof Problem) return topics;
    const change = readChange(input, ctx.now);
    if (change instanceof Problem) return change;
    const { organisationId, accountId, recipientId } = link;
    const call = {
      organisationId,
      operation: 'updatePreferences',
      input,
      caller: `message/${link.messageId}`,
    };
    const done = await idempotentLinkMutation(ctx, call, async (sql) => {
      for (const id of topics) {
        await recordOptOut(sql, {
          target: { messageId: link.messageId, scope: { kind: 'TOPIC', id } },
          signal: 'CLEAR',
          method: 'LINK',
          actor: { kind: 'RECIPIENT', name: null },
          evidence: evidenceOf(input, '/u/:token', { topicIdsOff: input.topicIdsOff }),
          now: ctx.now,
        });
      }
      await changePreferences(sql, { recipientId, accountId, change, now: ctx.now });
      return null;
    });
    if (done instanceof Problem) return done;
    const now = await openLink(ctx.db.sql, link.messageId, ctx.now);
    return new PreferencesUpdated(new PreferenceViewType(now ?? link));
  }
}

function readTopics(input: UpdatePreferencesInput, link: LinkView): string[] | InvalidInput {
  const topics = (input.topicIdsOff ?? []).map((id) => readId('topic', id, 'topicIdsOff'));
  return topics.every((id) => link.topics.some((topic) => topic.id === id))
    ? topics
    : new InvalidInput('topicIdsOff', 'One of these is not a topic of this account.');
}

function readChange(
  { frequency, pausedUntil, endPause, language }: UpdatePreferencesInput,
  now: Date,
): Partial<Preferences> | InvalidInput {
  if (language && !(LANGUAGES as readonly string[]).includes(language))
    return new InvalidInput('language', `Use one of ${LANGUAGES.join(', ')}.`);
  if (pausedUntil && endPause)
    return new InvalidInput('endPause', 'Either a pause begins or it ends.');
  const refused = pausedUntil ? refuseSnooze(pausedUntil, now) : null;
  if (refused !== null)
    return new InvalidInput('pausedUntil', SNOOZE_REFUSALS[refused], codeOf(refused));
  return {
    ...(frequency && { frequency }),
    ...(pausedUntil && { snoozedUntil: pausedUntil }),
    ...(endPause && { snoozedUntil: null }),
    ...(language && { language: language as Language }),
  };
}
