import { removeContact } from '@adieu/db';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { toId } from '../shared/ids.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';

@InputType()
export class RemoveContactInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType({ description: 'It left the book. That is no opt-out, and ends none.' })
export class ContactRemoved {
  @Field(() => ID)
  readonly addressBookId!: string;
}

const RemoveContactResult = keyResult('RemoveContactResult', () => [ContactRemoved, NotFound]);

@Resolver()
export class RemoveContact {
  @Mutation(() => RemoveContactResult, {
    description: 'Takes a contact out of its book. That is no opt-out, and ends none.',
  })
  async removeContact(
    @Ctx() ctx: Context,
    @Arg('input', () => RemoveContactInput) input: RemoveContactInput,
  ): Promise<typeof RemoveContactResult> {
    const { organisationId } = viewerOf(ctx);
    const contactId = readId('contact', input.id, 'id');
    const done = await idempotentMutation(ctx, 'removeContact', input, (sql) =>
      removeContact(sql, { organisationId, contactId, now: ctx.now }),
    );
    if (done instanceof Problem) return done;
    return 'refused' in done.result
      ? new NotFound('contact', 'id')
      : answer(ContactRemoved, { addressBookId: toId('book', done.result.addressBookId) });
  }
}
