import { Arg, Ctx, Field, InputType, Query, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { GateQuestion } from './gate-question.input.ts';
import { GateAnswerType } from './gate-answer.type.ts';
import { judge } from './ask-gate.ts';

@InputType()
export class MayContactInput extends GateQuestion {
  @Field(() => String)
  readonly address!: string;
}

@Resolver()
export class MayContact {
  @Query(() => GateAnswerType, {
    description: 'The gate, explained: may this go to this address now?',
  })
  async mayContact(
    @Ctx() ctx: Context,
    @Arg('input', () => MayContactInput) input: MayContactInput,
  ): Promise<GateAnswerType> {
    const [answer] = await judge(ctx, input, [input.address]);
    return new GateAnswerType(answer!);
  }
}
