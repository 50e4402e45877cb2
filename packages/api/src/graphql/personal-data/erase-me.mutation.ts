import { type DataLink, eraseRecipient, findDataLink } from '@adieu/db';
import { hashSecretToken } from '@adieu/keys';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { idempotentLinkMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { answer, linkResult } from '../shared/result.ts';

@InputType()
export class EraseMeInput extends IdempotentInput {
  @Field(() => String, { description: 'Of the link that was mailed to the address itself.' })
  readonly token!: string;
}

@ObjectType({
  description: 'The address and all that hung on it is gone; its opt-outs stay in force.',
})
export class Erased {
  @Field(() => Date)
  readonly erasedAt!: Date;
}

const EraseMeResult = linkResult('EraseMeResult', () => [Erased, NotFound]);

@Resolver()
export class EraseMe {
  @Mutation(() => EraseMeResult, {
    description:
      'Erases the person behind an address (GDPR Art. 17). Opt-outs stay, by a keyed hash.',
  })
  async eraseMe(
    @Ctx() ctx: Context,
    @Arg('input', () => EraseMeInput) input: EraseMeInput,
  ): Promise<typeof EraseMeResult> {
    const link: DataLink | null = await findDataLink(
      ctx.db.sql,
      hashSecretToken(input.token),
      ctx.now,
    );
    if (link === null) return new NotFound('link', 'token');
    const { organisationId, recipientId } = link;
    const call = { organisationId, operation: 'eraseMe', input, caller: `data/${link.id}` };
    const done = await idempotentLinkMutation(ctx, call, async (sql) => {
      await eraseRecipient(sql, recipientId, ctx.now);
      return ctx.now.toISOString();
    });
    return done instanceof Problem ? done : answer(Erased, { erasedAt: new Date(done.result) });
  }
}
