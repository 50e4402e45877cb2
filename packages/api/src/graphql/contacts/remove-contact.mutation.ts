import { removeContact } from '@adieu/db';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId, toId } from '../shared/ids.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, Forbidden, InvalidInput, NotFound, Problem } from '../shared/problems.ts';

@InputType()
export class RemoveContactInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType({ description: 'It left the book. That is no opt-out, and ends none (F9).' })
export class ContactRemoved {
  @Field(() => ID)
  readonly addressBookId: string;

  constructor(addressBookId: string) {
    this.addressBookId = addressBookId;
  }
}

const RemoveContactResult = createUnionType({
  name: 'RemoveContactResult',
  types: () => [ContactRemoved, NotFound, InvalidInput, Conflict, Forbidden] as const,
});

@Resolver()
export class RemoveContact {
  @Mutation(() => RemoveContactResult, {
    description: 'Takes a contact out of its book. That is no opt-out, and ends none (F9).',
  })
  async removeContact(
    @Ctx() ctx: Context,
    @Arg('input', () => RemoveContactInput) input: RemoveContactInput,
  ): Promise<typeof RemoveContactResult> {
    const { organisationId } = viewerOf(ctx);
    const contactId = fromId('contact', input.id);
    if (contactId === null) return new NotFound('contact', 'id');
    const done = await idempotentMutation(
      ctx,
      { organisationId, operation: 'removeContact', input },
      (sql) => removeContact(sql, { organisationId, contactId, now: ctx.now }),
    );
    if (done instanceof Problem) return done;
    return 'refused' in done.result
      ? new NotFound('contact', 'id')
      : new ContactRemoved(toId('book', done.result.addressBookId));
  }
}
