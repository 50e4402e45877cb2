import { findContact, ownerOfBook, updateContact } from '@adieu/db';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { contactProblem } from './contact-problem.ts';
import { ContactInput } from './contact.input.ts';
import { ContactType } from './contact.type.ts';
import { readContact } from './read-contact.ts';

@InputType()
export class UpdateContactInput extends ContactInput {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType()
export class ContactUpdated {
  @Field(() => ContactType)
  readonly contact!: ContactType;
}

const UpdateContactResult = keyResult('UpdateContactResult', () => [
  ContactUpdated,
  NotFound,
  LimitReached,
]);

@Resolver()
export class UpdateContact {
  @Mutation(() => UpdateContactResult, {
    description:
      'Changes what is given of a contact, and nothing else. A new address takes over every wish that stands for the old one, which keeps them too: nobody comes back by it.',
  })
  async updateContact(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateContactInput) input: UpdateContactInput,
  ): Promise<typeof UpdateContactResult> {
    const { organisationId } = viewerOf(ctx);
    const contactId = readId('contact', input.id, 'id');
    const noContact = new NotFound('contact', 'id');
    const before = await findContact(ctx.db.sql, organisationId, contactId);
    if (before === null) return noContact;
    const owner = await ownerOfBook(ctx.db.sql, before.addressBookId);
    const change = readContact(ctx, input, owner?.country ?? null);
    if (change instanceof Problem) return change;
    if (change.addresses.length === 0 && change.language === null && input.fields.length === 0)
      return new InvalidInput('id', 'Name what to change beside the id.');
    const done = await idempotentMutation(ctx, 'updateContact', input, (sql) =>
      updateContact(sql, { organisationId, contactId, ...change, now: ctx.now }),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result) return contactProblem(done.result, noContact);
    const row = await findContact(ctx.db.sql, organisationId, contactId);
    return row === null ? noContact : answer(ContactUpdated, { contact: new ContactType(row) });
  }
}
