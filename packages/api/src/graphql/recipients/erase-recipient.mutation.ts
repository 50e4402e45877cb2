import { eraseRecipient, RecipientEntity } from '@adieu/db';
import { actorOf } from '@adieu/domain';
import { Arg, Ctx, InputType, Mutation, Resolver } from 'type-graphql';
import { Erased } from '../personal-data/erase-me.mutation.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { PersonActInput, refuseReason } from './person-act.ts';

@InputType()
export class EraseRecipientInput extends PersonActInput {}

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
      await eraseRecipient(sql, id, ctx.now, by);
      return ctx.now.toISOString();
    });
    if (done instanceof Problem) return done;
    return done.result === null
      ? new NotFound('recipient', 'id')
      : answer(Erased, { erasedAt: new Date(done.result) });
  }
}
