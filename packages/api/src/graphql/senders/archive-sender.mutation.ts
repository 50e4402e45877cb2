import { archiveSender } from '@adieu/db';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { changed, ChangeSenderResult } from './change-sender.ts';
import { archiveProblem } from './sender-problem.ts';

@InputType()
export class ArchiveSenderInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Boolean, { defaultValue: true, description: 'False brings it back.' })
  readonly archived!: boolean;
}

@Resolver()
export class ArchiveSender {
  @Mutation(() => ChangeSenderResult, {
    description:
      'Nothing is sent from it any more, and no book can choose it. Not while it is a default, or something still goes out from it.',
  })
  async archiveSender(
    @Ctx() ctx: Context,
    @Arg('input', () => ArchiveSenderInput) input: ArchiveSenderInput,
  ): Promise<typeof ChangeSenderResult> {
    const { organisationId } = viewerOf(ctx);
    const senderId = readId('sender', input.id, 'id');
    const change = { organisationId, senderId, archived: input.archived, now: ctx.now };
    const done = await idempotentMutation(ctx, 'archiveSender', input, (sql) =>
      archiveSender(sql, change),
    );
    if (done instanceof Problem) return done;
    return 'refused' in done.result ? archiveProblem(done.result) : changed(ctx, done.result.id);
  }
}
