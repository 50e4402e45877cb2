import { allowUnfilteredExport, findAddressBook } from '@adieu/db';
import { DEFAULT_UNFILTERED_DAYS } from '@adieu/domain';
import { type Purpose, UNFILTERED_REFUSALS } from '@adieu/domain';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { PurposeEnum } from '../shared/enums.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, NotFound, PolicyRefused, Problem } from '../shared/problems.ts';
import { AddressBookType } from '../address-books/address-book.type.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { problemTable } from '../shared/problem-table.ts';
import { AllowUnfilteredExportInput } from './allow-unfiltered-export.input.ts';

const LONGEST_REASON = 2_000;

const DAY_MS = 86_400_000;

@ObjectType({ description: 'From now on the book may be handed out unfiltered for this purpose.' })
export class UnfilteredExportAllowed {
  @Field(() => AddressBookType)
  readonly addressBook!: AddressBookType;

  @Field(() => PurposeEnum)
  readonly purpose!: Purpose;

  @Field(() => Date)
  readonly until!: Date;
}

const AllowUnfilteredExportResult = keyResult('AllowUnfilteredExportResult', () => [
  UnfilteredExportAllowed,
  PolicyRefused,
  NotFound,
]);

const problemOf = problemTable(UNFILTERED_REFUSALS, {
  'marketing-stays-filtered': ['policy', 'addressBookId'],
  'until-out-of-range': ['invalid', 'until'],
});

@Resolver()
export class AllowUnfilteredExport {
  @Mutation(() => AllowUnfilteredExportResult, {
    description:
      'Chooses a book to be handed out whole by GET /audience, with whoever left it. Never for marketing. The latest choice of a book counts, so a shorter one ends it.',
  })
  async allowUnfilteredExport(
    @Ctx() ctx: Context,
    @Arg('input', () => AllowUnfilteredExportInput) input: AllowUnfilteredExportInput,
  ): Promise<typeof AllowUnfilteredExportResult> {
    const { organisationId, name } = viewerOf(ctx);
    const addressBookId = readId('book', input.addressBookId, 'addressBookId');
    const reason = input.reason.trim();
    if (reason === '') return new InvalidInput('reason', 'Say why: it is kept.', 'REASON_REQUIRED');
    if (reason.length > LONGEST_REASON)
      return new InvalidInput('reason', `At most ${LONGEST_REASON} characters.`, 'REASON_TOO_LONG');
    const { purpose } = input;
    const given = input.until ?? null;
    const asked = {
      addressBookId: input.addressBookId,
      purpose,
      reason,
      until: given === null ? null : given.toISOString(),
      idempotencyKey: input.idempotencyKey ?? null,
    };
    const done = await idempotentMutation(ctx, 'allowUnfilteredExport', asked, async (sql) => {
      const until = given ?? new Date(ctx.now.getTime() + DEFAULT_UNFILTERED_DAYS * DAY_MS);
      const allowed = await allowUnfilteredExport(sql, {
        organisationId,
        addressBookId,
        purpose,
        reason,
        allowedBy: name,
        until,
        now: ctx.now,
      });
      return 'refused' in allowed ? allowed : { until: until.toISOString() };
    });
    if (done instanceof Problem) return done;
    const { result } = done;
    if ('until' in result) {
      const book = await findAddressBook(ctx.db.sql, organisationId, addressBookId);
      return answer(UnfilteredExportAllowed, {
        addressBook: new AddressBookType(book!),
        purpose,
        until: new Date(result.until),
      });
    }
    const { refused } = result;
    if (refused === 'not-found') return new NotFound('address book', 'addressBookId');
    return problemOf(refused);
  }
}
