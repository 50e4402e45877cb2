import { LEAVING_MEANINGS, type LeavingMeaning } from '@adieu/domain';
import { Field, InputType, registerEnumType } from 'type-graphql';

const LeavingMeaningEnum = Object.fromEntries(LEAVING_MEANINGS.map((one) => [one, one]));
registerEnumType(LeavingMeaningEnum, {
  name: 'LeavingMeaning',
  description: 'What a column of a list means that speaks of leaving.',
  valuesConfig: {
    OPT_OUTS: { description: 'Who left by it is opted out of the book, and is no contact.' },
    IGNORE: { description: 'Something else: it is a merge field like any other.' },
  },
});

@InputType()
export class LeavingColumnInput {
  @Field(() => String, { description: 'As the header line has it.' })
  readonly column!: string;

  @Field(() => LeavingMeaningEnum)
  readonly means!: LeavingMeaning;
}
