import { addContact, findContact, ownerOfBook } from '@adieu/db';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { contactProblem } from './contact-problem.ts';
import { ContactType } from './contact.type.ts';
import { readContact } from './read-contact.ts';
import { AddContactInput } from './add-contact.input.ts';
import { answer, keyResult } from '../shared/result.ts';

@ObjectType({
  description:
    'It is in the book. The state of its addresses tells whether they may be written to.',
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
    description:
      'Puts a person into a book, or brings what is known of them up to date: whoever has one of these addresses there. Adds an address, changes none, and revives nothing.',
  })
  async addContact(
    @Ctx() ctx: Context,
    @Arg('input', () => AddContactInput) input: AddContactInput,
  ): Promise<typeof AddContactResult> {
    const { organisationId } = viewerOf(ctx);
    const addressBookId = readId('book', input.addressBookId, 'addressBookId');
    const noBook = new NotFound('address book', 'addressBookId');
    const owner = await ownerOfBook(ctx.db.sql, addressBookId);
    if (owner?.organisationId !== organisationId) return noBook;
    const contact = readContact(ctx, input, owner.country);
    if (contact instanceof Problem) return contact;
    if (contact.addresses.length === 0)
      return new InvalidInput('email', 'Give an e-mail address, a telephone number, or both.');
    const done = await idempotentMutation(ctx, 'addContact', input, (sql) =>
      addContact(sql, { organisationId, addressBookId, ...contact, now: ctx.now }),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result) return contactProblem(done.result, noBook);
    const row = await findContact(ctx.db.sql, organisationId, done.result.contactId);
    // A repeat of the key after the contact was removed again.
    return row === null
      ? new NotFound('contact')
      : answer(ContactAdded, { contact: new ContactType(row) });
  }
}
