import { DEFAULT_UNFILTERED_DAYS } from '@adieu/domain';
import { LONGEST_UNFILTERED_DAYS, type Purpose } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { PurposeEnum } from '../shared/enums.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';

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
