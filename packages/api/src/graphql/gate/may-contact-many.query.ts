import { Arg, Ctx, Field, InputType, Query, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { GateQuestion } from './gate-question.input.ts';
import { AddressGateAnswerType, GateAnswerType } from './gate-answer.type.ts';
import { judge } from './ask-gate.ts';
import { LONGEST_LIST } from '../shared/longest-list.ts';

@InputType()
export class MayContactManyInput extends GateQuestion {
  @Field(() => [String], { description: `At most ${LONGEST_LIST}.` })
  readonly addresses!: string[];
}

@Resolver()
export class MayContactMany {
  @Query(() => [AddressGateAnswerType], {
    description:
      'The same for many addresses at once, answered in their order. A list that is to be sent to asks again at its hand-over.',
  })
  async mayContactMany(
    @Ctx() ctx: Context,
    @Arg('input', () => MayContactManyInput) input: MayContactManyInput,
  ): Promise<AddressGateAnswerType[]> {
    const { addresses } = input;
    const answers = await judge(ctx, input, addresses);
    return answers.map(
      (answer, i) => new AddressGateAnswerType(addresses[i]!, new GateAnswerType(answer)),
    );
  }
}
