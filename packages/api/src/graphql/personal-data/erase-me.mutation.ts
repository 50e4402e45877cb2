import { type DataLink, eraseRecipient, findDataLink } from '@adieu/db';
import { hashSecretToken } from '@adieu/keys';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, InvalidInput, NotFound, Problem } from '../shared/problems.ts';

@InputType()
export class EraseMeInput {
  @Field(() => String, { description: 'Of the link that was mailed to the address itself.' })
  readonly token!: string;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType({
  description: 'The address and all that hung on it is gone; its opt-outs stay in force.',
})
export class Erased {
  @Field(() => Date)
  readonly erasedAt: Date;

  constructor(erasedAt: Date) {
    this.erasedAt = erasedAt;
  }
}

const EraseMeResult = createUnionType({
  name: 'EraseMeResult',
  types: () => [Erased, NotFound, InvalidInput, Conflict] as const,
});

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
    const done = await idempotentMutation(ctx, call, async (sql) => {
      await eraseRecipient(sql, recipientId, ctx.now);
      return ctx.now.toISOString();
    });
    return done instanceof Problem ? done : new Erased(new Date(done.result));
  }
}
