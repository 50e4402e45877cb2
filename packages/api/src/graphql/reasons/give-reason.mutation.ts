import { giveReason, type LinkView, openLink, ownReasons } from '@adieu/db';
import { type Language, LANGUAGES, LEAVE_REASONS, LONGEST_GIVEN_REASON } from '@adieu/domain';
import { verifyMessageLink } from '@adieu/keys';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { idempotentLinkMutation } from '../shared/idempotency.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { answer, linkResult } from '../shared/result.ts';

@InputType({
  description: 'Why somebody left: one of the reasons shown, words of their own, or both.',
})
export class GiveReasonInput extends IdempotentInput {
  @Field(() => String)
  readonly token!: string;

  @Field(() => ID, { nullable: true, description: 'Of `PreferenceView.reasons`.' })
  readonly reasonId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `At most ${LONGEST_GIVEN_REASON} characters; plain text.`,
  })
  readonly text?: string | null;

  @Field(() => String, { nullable: true, description: 'That the page was in.' })
  readonly language?: string | null;
}

@ObjectType()
export class ReasonGiven {
  @Field(() => Boolean, { description: 'False where nothing was given: skipping changes nothing.' })
  readonly kept!: boolean;
}

const GiveReasonResult = linkResult('GiveReasonResult', () => [ReasonGiven, NotFound]);

@Resolver()
export class GiveReason {
  @Mutation(() => GiveReasonResult, {
    description: 'Asked after the opt-out is in force, never before.',
  })
  async giveReason(
    @Ctx() ctx: Context,
    @Arg('input', () => GiveReasonInput) input: GiveReasonInput,
  ): Promise<typeof GiveReasonResult> {
    const messageId = verifyMessageLink(ctx.ring, input.token);
    const link = messageId === null ? null : await openLink(ctx.db.sql, messageId, ctx.now);
    if (link === null) return new NotFound('link', 'token');
    const requestId = requestOf(link);
    if (requestId === null) return new NotFound('opt-out behind this link', 'token');
    const reason = input.reasonId ?? null;
    const text = input.text?.trim() || null;
    if (reason === null && text === null) return answer(ReasonGiven, { kept: false });
    if (text !== null && text.length > LONGEST_GIVEN_REASON)
      return new InvalidInput('text', `Use at most ${LONGEST_GIVEN_REASON} characters.`);
    if (reason !== null && !(await isReason(ctx, link.accountId, reason)))
      return new InvalidInput('reasonId', 'This is not one of the reasons of this account.');
    const call = {
      organisationId: link.organisationId,
      operation: 'giveReason',
      input,
      caller: `message/${link.messageId}`,
    };
    const language = LANGUAGES.find((code): code is Language => code === input.language) ?? null;
    const done = await idempotentLinkMutation(ctx, call, async (sql) => {
      await giveReason(sql, { requestId, reason, text, language, givenAt: ctx.now });
      return null;
    });
    return done instanceof Problem ? done : answer(ReasonGiven, { kept: true });
  }
}

/** The latest opt-out in force that this link can see. */
function requestOf(link: LinkView): string | null {
  return link.standing[0]?.requestId ?? null;
}

async function isReason(ctx: Context, accountId: string, reason: string): Promise<boolean> {
  const own = await ownReasons(ctx.db.sql, accountId);
  return own.length === 0
    ? (LEAVE_REASONS as readonly string[]).includes(reason)
    : own.some(({ id }) => id === reason);
}
