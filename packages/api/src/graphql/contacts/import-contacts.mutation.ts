import { findAddressBook, importContacts, type Json, ownerOfBook } from '@adieu/db';
import { actorOf } from '@adieu/domain';
import { explainLeaving, fileOfText, lookAtList, readContacts } from '@adieu/intake';
import pLimit from 'p-limit';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { AddressBookType } from '../address-books/address-book.type.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { readId } from '../shared/read-id.ts';
import { keyResult } from '../shared/result.ts';
import { LeavingColumnInput } from './leaving-column.input.ts';
import { LeavingColumnsFound } from './leaving-columns-found.type.ts';
import { type Counts, ContactsImported } from './contacts-imported.type.ts';

@InputType()
export class ImportContactsInput extends IdempotentInput {
  @Field(() => ID)
  readonly addressBookId!: string;

  @Field(() => String, {
    description:
      'A CSV with an `email` column, a `phone` column, or both, maybe `language`; every other column becomes a merge field. Without a header line the columns are told by what stands in them.',
  })
  readonly csv!: string;

  @Field(() => [LeavingColumnInput], {
    defaultValue: [],
    description:
      'What the columns mean that speak of leaving, by their names or by what stands in them. One that is not named stops the import.',
  })
  readonly leavingColumns!: LeavingColumnInput[];
}

const ImportResult = keyResult('ImportResult', () => [
  ContactsImported,
  LeavingColumnsFound,
  LimitReached,
  NotFound,
]);

/** An import holds one connection for its key and one for its rows: many at once would wait for each other for ever. */
const aFew = pLimit(2);

@Resolver()
export class ImportContacts {
  @Mutation(() => ImportResult, {
    description:
      'Adds contacts to a book, one for each row, and adds addresses to those that it has; it changes no address. The same file again changes nothing.',
  })
  async importContacts(
    @Ctx() ctx: Context,
    @Arg('input', () => ImportContactsInput) input: ImportContactsInput,
  ): Promise<typeof ImportResult> {
    const { organisationId } = viewerOf(ctx);
    const addressBookId = readId('book', input.addressBookId, 'addressBookId');
    if (input.csv.trim() === '')
      return new InvalidInput('csv', 'It is empty: give a header line and rows.');
    const { db, ring, now } = ctx;
    const owner = await ownerOfBook(db.sql, addressBookId);
    if (owner?.organisationId !== organisationId)
      return new NotFound('address book', 'addressBookId');
    const file = fileOfText(input.csv, organisationId);
    const shape = await lookAtList(file, { format: 'CSV', encoding: 'utf-8' });
    if ('refused' in shape)
      return new InvalidInput(
        'csv',
        `It can not be read: ${shape.message}. ${capital(shape.remedy)}.`,
      );
    const leaving = await explainLeaving(file, shape, input.leavingColumns);
    if ('missing' in leaving)
      return new InvalidInput('leavingColumns', 'The list has no column of this name.');
    if ('unexplained' in leaving) return new LeavingColumnsFound(leaving.unexplained);
    const done = await aFew(() =>
      idempotentMutation(ctx, 'importContacts', input, async () => {
        const counts = await importContacts(db, {
          organisationId,
          addressBookId,
          rows: readContacts(file, { shape, country: owner.country, optOuts: leaving.optOuts }),
          actor: actorOf(viewerOf(ctx)),
          ring,
          now,
        });
        return { counts: counts as Json };
      }),
    );
    if (done instanceof Problem) return done;
    const counts = done.result.counts as unknown as Counts | null;
    const book = await findAddressBook(db.sql, organisationId, addressBookId);
    if (counts === null || book === null) return new NotFound('address book', 'addressBookId');
    return new ContactsImported(new AddressBookType(book), counts);
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
