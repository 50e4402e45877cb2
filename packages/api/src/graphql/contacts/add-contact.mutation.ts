import { addContact, findContact } from '@adieu/db';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { ContactType } from './contact.type.ts';
import { readContact } from './read-contact.ts';
import { AddContactInput } from './add-contact.input.ts';
import { answer, keyResult } from '../shared/result.ts';

@ObjectType({
  description: 'It is in the book. `contact.state` tells whether it may be written to.',
})
export class ContactAdded {
  @Field(() => ContactType)
  readonly contact!: ContactType;
}

const AddContactResult = keyResult('AddContactResult', () => [
  ContactAdded,
  NotFound,
  LimitReached,
]);

@Resolver()
export class AddContact {
  @Mutation(() => AddContactResult, {
    description: 'Puts an address into a book, or brings its fields up to date. Revives nothing.',
  })
  async addContact(
    @Ctx() ctx: Context,
    @Arg('input', () => AddContactInput) input: AddContactInput,
  ): Promise<typeof AddContactResult> {
    const { organisationId } = viewerOf(ctx);
    const contact = readContact(ctx, input);
    if (contact instanceof Problem) return contact;
    const done = await idempotentMutation(ctx, 'addContact', input, (sql) =>
      addContact(sql, { organisationId, ...contact }),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result)
      return done.result.refused === 'archived'
        ? new Conflict('ARCHIVED', 'This address book is archived.', 'addressBookId')
        : new NotFound('address book', 'addressBookId');
    const row = await findContact(ctx.db.sql, organisationId, done.result.contactId);
    // A repeat of the key after the contact was removed again.
    return row === null
      ? new NotFound('contact')
      : answer(ContactAdded, { contact: new ContactType(row) });
  }
}
