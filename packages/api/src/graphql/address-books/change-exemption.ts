import { exemptBook, findAddressBook } from '@adieu/db';
import { EXEMPTION_REFUSALS } from '@adieu/domain';
import { Field, ObjectType } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, PolicyRefused, Problem } from '../shared/problems.ts';
import { AddressBookType } from './address-book.type.ts';
import { ExemptAddressBookInput } from './exempt-address-book.input.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { problemTable } from '../shared/problem-table.ts';

@ObjectType()
export class ExemptionChanged {
  @Field(() => AddressBookType)
  readonly addressBook!: AddressBookType;
}

export const ExemptionResult = keyResult('ExemptionResult', () => [
  ExemptionChanged,
  PolicyRefused,
  NotFound,
]);

const problemOf = problemTable(EXEMPTION_REFUSALS, {
  'only-service-can-be-exempt': ['policy', 'addressBookId'],
  'already-exempt': ['conflict', 'addressBookId'],
  'not-exempt': ['conflict', 'addressBookId'],
  'reason-required': ['invalid', 'reason'],
  'reason-too-long': ['invalid', 'reason'],
});

export async function change(
  ctx: Context,
  operation: string,
  exempt: boolean,
  input: ExemptAddressBookInput,
): Promise<typeof ExemptionResult> {
  const { organisationId, name: actor } = viewerOf(ctx);
  const addressBookId = readId('book', input.addressBookId, 'addressBookId');
  const done = await idempotentMutation(ctx, operation, input, async (sql) => {
    const { reason } = input;
    const act = { organisationId, addressBookId, exempt, reason, actor, now: ctx.now };
    const changed = await exemptBook(sql, act);
    return { refused: 'refused' in changed ? changed.refused : null };
  });
  if (done instanceof Problem) return done;
  const { refused } = done.result;
  const book = await findAddressBook(ctx.db.sql, organisationId, addressBookId);
  if (refused === 'not-found' || book === null)
    return new NotFound('address book', 'addressBookId');
  if (refused === null) return answer(ExemptionChanged, { addressBook: new AddressBookType(book) });
  return problemOf(refused);
}
