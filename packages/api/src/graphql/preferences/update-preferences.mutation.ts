import { changePreferencesByLink, openLink } from '@adieu/db';
import { verifyMessageLink } from '@adieu/keys';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { idempotentLinkMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { LEAVE_PROBLEMS } from './leave-problem.ts';
import { PreferenceViewType } from './preference-view.type.ts';
import { evidenceOf } from '../shared/visitor.ts';
import { answer, linkResult } from '../shared/result.ts';
import { UpdatePreferencesInput } from './update-preferences.input.ts';
import { readChange } from './read-settings.ts';

@ObjectType()
export class PreferencesUpdated {
  @Field(() => PreferenceViewType)
  readonly preferences!: PreferenceViewType;
}

const UpdatePreferencesResult = linkResult('UpdatePreferencesResult', () => [
  PreferencesUpdated,
  NotFound,
]);

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
    const topicIds = (input.topicIdsOff ?? []).map((id) => readId('topic', id, 'topicIdsOff'));
    const change = readChange(input, ctx.now);
    if (change instanceof Problem) return change;
    const { organisationId } = link;
    const call = {
      organisationId,
      operation: 'updatePreferences',
      input,
      caller: `message/${link.messageId}`,
    };
    const done = await idempotentLinkMutation(ctx, call, (tx) =>
      changePreferencesByLink(tx, {
        messageId: link.messageId,
        topicIds,
        change,
        evidence: evidenceOf(ctx, input, {
          path: '/u/:token',
          wish: { topicIdsOff: input.topicIdsOff },
        }),
        now: ctx.now,
      }),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result) return LEAVE_PROBLEMS[done.result.refused]();
    const now = await openLink(ctx.db.sql, link.messageId, ctx.now);
    return answer(PreferencesUpdated, { preferences: new PreferenceViewType(now ?? link) });
  }
}
