import { eraseRecipient, RecipientEntity } from '@adieu/db';
import { actorOf } from '@adieu/domain';
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { Erased, toldErased } from '../personal-data/erase-me.mutation.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { keyResult } from '../shared/result.ts';
import { PersonActInput, refuseReason } from './person-act.ts';

@InputType()
export class EraseRecipientInput extends PersonActInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'They want no marketing either. Who had left anything leaves all of it in any case; who had left nothing may be written to again where a list names them anew, which you should tell them.',
  })
  readonly leaveAllMarketing!: boolean;
}

const EraseRecipientResult = keyResult('EraseRecipientResult', () => [Erased, NotFound]);

@Resolver()
export class EraseRecipient {
  @Mutation(() => EraseRecipientResult, {
    description:
      'Erases a person who asked for it in another way than by their own page (GDPR Art. 17), with all their addresses. Opt-outs stay, by a keyed hash. It can not be undone.',
  })
  async eraseRecipient(
    @Ctx() ctx: Context,
    @Arg('input', () => EraseRecipientInput) input: EraseRecipientInput,
  ): Promise<typeof EraseRecipientResult> {
    const viewer = viewerOf(ctx);
    const { organisationId } = viewer;
    const id = readId('recipient', input.id, 'id');
    const refused = refuseReason(input.reason);
    if (refused !== null) return refused;
    const by = { actor: actorOf(viewer), reason: input.reason };
    const done = await idempotentMutation(ctx, 'eraseRecipient', input, async (sql) => {
      const known = await sql.em().findOne(RecipientEntity, { id, organisationId });
      if (known === null || known.address === null) return null;
      const { leaveAllMarketing } = input;
      const erasure = { recipientId: id, now: ctx.now, leaveAllMarketing, by };
      return { at: ctx.now.toISOString(), ...(await eraseRecipient(sql, erasure)) };
    });
    if (done instanceof Problem) return done;
    return done.result === null ? new NotFound('recipient', 'id') : toldErased(done.result);
  }
}
