import { allowUnfilteredExport, findAddressBook } from '@adieu/db';
import {
  DEFAULT_UNFILTERED_DAYS,
  LONGEST_UNFILTERED_DAYS,
  type Purpose,
  UNFILTERED_REFUSALS,
} from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { PurposeEnum } from '../shared/enums.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { codeOf, InvalidInput, NotFound, PolicyRefused, Problem } from '../shared/problems.ts';
import { AddressBookType } from '../address-books/address-book.type.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { readId } from '../shared/read-id.ts';
import { keyResult } from '../shared/result.ts';

const LONGEST_REASON = 2_000;
const DAY_MS = 86_400_000;

@InputType()
export class AllowUnfilteredExportInput extends IdempotentInput {
  @Field(() => ID)
  readonly addressBookId!: string;

  @Field(() => PurposeEnum, { description: 'SERVICE or TRANSACTIONAL; the export names it again.' })
  readonly purpose!: Purpose;

  @Field(() => String, { description: 'Why nobody may be left out. Kept with every export.' })
  readonly reason!: string;

  @Field(() => Date, {
    nullable: true,
    description: `At most ${LONGEST_UNFILTERED_DAYS} days from now; in ${DEFAULT_UNFILTERED_DAYS} days if not given.`,
  })
  readonly until?: Date | null;
}

@ObjectType({ description: 'From now on the book may be handed out unfiltered for this purpose.' })
export class UnfilteredExportAllowed {
  @Field(() => AddressBookType)
  readonly addressBook: AddressBookType;

  @Field(() => PurposeEnum)
  readonly purpose: Purpose;

  @Field(() => Date)
  readonly until: Date;

  constructor(addressBook: AddressBookType, purpose: Purpose, until: Date) {
    this.addressBook = addressBook;
    this.purpose = purpose;
    this.until = until;
  }
}

const AllowUnfilteredExportResult = keyResult(
  'AllowUnfilteredExportResult',
  () => [UnfilteredExportAllowed, PolicyRefused, NotFound] as const,
);

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
      return new UnfilteredExportAllowed(
        new AddressBookType(book!),
        purpose,
        new Date(result.until),
      );
    }
    const { refused } = result;
    if (refused === 'not-found') return new NotFound('address book', 'addressBookId');
    const message = UNFILTERED_REFUSALS[refused];
    return refused === 'until-out-of-range'
      ? new InvalidInput('until', message, codeOf(refused))
      : new PolicyRefused(codeOf(refused), message, 'addressBookId');
  }
}
