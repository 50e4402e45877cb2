import type { Purpose } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { PurposeEnum } from '../shared/enums.ts';

@InputType({ description: 'What is not given does not matter; what is given must all be met.' })
export class AddressBookFilter {
  @Field(() => ID, { nullable: true })
  readonly accountId?: string | null;

  @Field(() => PurposeEnum, { nullable: true })
  readonly purpose?: Purpose | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True: the archived ones alone, also those of an archived account.',
  })
  readonly archived!: boolean;
}
