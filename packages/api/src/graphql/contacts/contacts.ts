import { addContact, findContact, findRequests, listContacts, removeContact } from '@adieu/db';
import { type ContactState, LANGUAGES, type Language } from '@adieu/domain';
import {
  Arg,
  Args,
  createUnionType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { readAddress } from '../shared/address.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { ContactStateEnum } from '../shared/enums.ts';
import { fromId, toId } from '../shared/ids.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import {
  Conflict,
  Forbidden,
  InvalidInput,
  LimitReached,
  NotFound,
  Problem,
} from '../shared/problems.ts';
import { AddressBookType } from '../address-books/address-book.type.ts';
import { ContactConnection } from './contact.type.ts';
import { ContactType } from './contact.type.ts';
import { OptOutRequestType } from '../opt-out-requests/opt-out-request.type.ts';

@InputType()
export class MergeFieldInput {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly value!: string;
}

@InputType()
export class AddContactInput {
  @Field(() => ID)
  readonly addressBookId!: string;

  @Field(() => String)
  readonly address!: string;

  @Field(() => String, { nullable: true, description: 'sv, cs, de, da or en.' })
  readonly language?: string | null;

  @Field(() => [MergeFieldInput], { defaultValue: [] })
  readonly fields!: MergeFieldInput[];

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType({
  description: 'It is in the book. `contact.state` tells whether it may be written to.',
})
export class ContactAdded {
  @Field(() => ContactType)
  readonly contact: ContactType;

  constructor(contact: ContactType) {
    this.contact = contact;
  }
}

const AddContactResult = createUnionType({
  name: 'AddContactResult',
  types: () => [ContactAdded, NotFound, InvalidInput, LimitReached, Conflict, Forbidden] as const,
});

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

const MOST_FIELDS = 100;
const LONGEST_VALUE = 2_000;

@Resolver(() => AddressBookType)
export class BookContacts {
  @FieldResolver(() => ContactConnection, {
    description: 'Its contacts, each with where it stands; of one state or several, or all.',
  })
  async contacts(
    @Root() { row }: AddressBookType,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('states', () => [ContactStateEnum], { nullable: true }) states?: ContactState[] | null,
  ): Promise<ContactConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const { rows, hasNext } = await listContacts(ctx.db.sql, {
      addressBookId: row.id,
      states: states ?? null,
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    const edges = rows.map((each) => ({
      node: new ContactType(each),
      cursor: writeCursor(each.recipientId),
    }));
    return new ContactConnection({ edges, hasNext });
  }
}

@Resolver(() => ContactType)
export class Contacts {
  @FieldResolver(() => OptOutRequestType, {
    nullable: true,
    description: 'The request by which it is out. Shown to admins.',
  })
  async request(
    @Root() { row }: ContactType,
    @Ctx() ctx: Context,
  ): Promise<OptOutRequestType | null> {
    const { organisationId, role } = viewerOf(ctx);
    if (row.requestId === null || role !== 'ADMIN') return null;
    const [request] = await findRequests(ctx.db.sql, organisationId, [row.requestId]);
    return request === undefined ? null : new OptOutRequestType(request);
  }

  @Mutation(() => AddContactResult, {
    description:
      'Puts an address into a book, or brings its fields up to date. Revives nothing (F9).',
  })
  async addContact(
    @Ctx() ctx: Context,
    @Arg('input', () => AddContactInput) input: AddContactInput,
  ): Promise<typeof AddContactResult> {
    const { organisationId } = viewerOf(ctx);
    const contact = readContact(ctx, input);
    if (contact instanceof Problem) return contact;
    const done = await idempotentMutation(
      ctx,
      { organisationId, operation: 'addContact', input },
      (sql) => addContact(sql, { organisationId, ...contact }),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result)
      return done.result.refused === 'archived'
        ? new Conflict('ARCHIVED', 'This address book is archived.', 'addressBookId')
        : new NotFound('address book', 'addressBookId');
    const row = await findContact(ctx.db.sql, organisationId, done.result.contactId);
    // A repeat of the key after the contact was removed again.
    return row === null ? new NotFound('contact') : new ContactAdded(new ContactType(row));
  }

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

function readContact(ctx: Context, input: AddContactInput) {
  const addressBookId = fromId('book', input.addressBookId);
  if (addressBookId === null) return new NotFound('address book', 'addressBookId');
  const known = readAddress(ctx.ring, input.address, 'EMAIL');
  if (known instanceof Problem) return known;
  const { address, addressKey } = known;
  const language = input.language ?? null;
  if (language !== null && !isLanguage(language))
    return new InvalidInput('language', `Use one of ${LANGUAGES.join(', ')}.`);
  if (input.fields.length > MOST_FIELDS)
    return new LimitReached('fields', `At most ${MOST_FIELDS} fields.`);
  if (input.fields.some(({ name, value }) => name === '' || value.length > LONGEST_VALUE))
    return new InvalidInput(
      'fields',
      `A field has a name, and at most ${LONGEST_VALUE} characters.`,
    );
  const fields = Object.fromEntries(input.fields.map(({ name, value }) => [name, value]));
  return { addressBookId, address, addressKey, language, fields };
}

function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}
