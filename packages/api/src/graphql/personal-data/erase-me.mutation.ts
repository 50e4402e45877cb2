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

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Stops all marketing of the organisation too, on all channels. Who had left anything does so in any case.',
  })
  readonly leaveAllMarketing!: boolean;
}

@ObjectType({
  description:
    'The address and all that hung on it is gone; its opt-outs stay in force, by a keyed hash.',
})
export class Erased {
  @Field(() => Date)
  readonly erasedAt!: Date;

  @Field(() => Boolean, {
    description:
      'Whether all marketing is left too. False: they had left nothing, so a list that names them anew may be written to.',
  })
  readonly allMarketingLeft!: boolean;
}

const EraseMeResult = linkResult('EraseMeResult', () => [Erased, NotFound]);

@Resolver()
export class EraseMe {
  @Mutation(() => EraseMeResult, {
    description:
      'Erases the person behind an address (GDPR Art. 17). Opt-outs stay, by a keyed hash; who had left anything leaves all marketing by it.',
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
      const { leaveAllMarketing } = input;
      const erased = await eraseRecipient(sql, { recipientId, now: ctx.now, leaveAllMarketing });
      return { at: ctx.now.toISOString(), ...erased };
    });
    return done instanceof Problem ? done : toldErased(done.result);
  }
}

/** What is told of an erasure, as it was kept. */
export function toldErased(kept: {
  readonly at: string;
  readonly leftAllMarketing: boolean;
}): Erased {
  return answer(Erased, {
    erasedAt: new Date(kept.at),
    allMarketingLeft: kept.leftAllMarketing,
  });
}
