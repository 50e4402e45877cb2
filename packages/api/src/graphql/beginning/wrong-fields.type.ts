import { BEGINNING_REFUSALS, type BeginningField } from '@adieu/domain';
import { Field, ObjectType } from 'type-graphql';
import { Problem } from '../shared/problems.ts';

@ObjectType('WrongFields', {
  implements: Problem,
  description: 'All that is wrong with what was typed; `field` is the first.',
})
export class WrongFields extends Problem {
  @Field(() => [String], { description: 'Each field that can not be taken, in their order.' })
  readonly fields: readonly string[];

  constructor(wrong: readonly BeginningField[]) {
    const [first] = wrong;
    const each = wrong.map((field) => `${field}: ${BEGINNING_REFUSALS[field]}`);
    super('INVALID_INPUT', each.join(' '), first ?? null);
    this.fields = wrong;
  }
}
