import { setWeeklyReport } from '@adieu/db';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { idempotentLinkMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { openReviewLink } from './review-link.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { answer, linkResult } from '../shared/result.ts';

@InputType()
export class SetWeeklyReportInput extends IdempotentInput {
  @Field(() => String, { description: 'Of the review.' })
  readonly token!: string;

  @Field(() => Boolean)
  readonly wanted!: boolean;
}

@ObjectType()
export class WeeklyReportSet {
  @Field(() => Boolean)
  readonly wanted!: boolean;
}

const SetWeeklyReportResult = linkResult('SetWeeklyReportResult', () => [
  WeeklyReportSet,
  NotFound,
]);

@Resolver()
export class SetWeeklyReport {
  @Mutation(() => SetWeeklyReportResult, {
    description: 'Stops or starts the mail with the figures of each week, for the link’s person.',
  })
  async setWeeklyReport(
    @Ctx() ctx: Context,
    @Arg('input', () => SetWeeklyReportInput) input: SetWeeklyReportInput,
  ): Promise<typeof SetWeeklyReportResult> {
    const link = await openReviewLink(ctx, input.token);
    if (link === null) return new NotFound('link', 'token');
    const { organisationId, memberId } = link;
    const caller = `member/${memberId}`;
    const call = { organisationId, operation: 'setWeeklyReport', input, caller };
    const done = await idempotentLinkMutation(ctx, call, async (sql) => {
      await setWeeklyReport(sql, memberId, input.wanted);
      return null;
    });
    return done instanceof Problem ? done : answer(WeeklyReportSet, { wanted: input.wanted });
  }
}
