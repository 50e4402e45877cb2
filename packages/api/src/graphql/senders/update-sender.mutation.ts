import { updateSender } from '@adieu/db';
import { readDisplayName } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { changed, ChangeSenderResult } from './change-sender.ts';
import { readSenderCountries } from './read-countries.ts';
import { senderRefused } from './read-sender.ts';
import { UPDATE_PROBLEMS } from './sender-problem.ts';

@InputType()
export class UpdateSenderInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Instead of the one before; an empty one shows the address alone.',
  })
  readonly name?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Instead of those before (ISO 3166-1): where a text is registered with its gateway, or a short code works.',
  })
  readonly countries?: readonly string[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Of its account, on its channel, instead of the one before.',
  })
  readonly makeDefault!: boolean;
}

@Resolver()
export class UpdateSender {
  @Mutation(() => ChangeSenderResult, {
    description:
      'What is not given stays as it is. Its address stays in any case: another one is another sender.',
  })
  async updateSender(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateSenderInput) input: UpdateSenderInput,
  ): Promise<typeof ChangeSenderResult> {
    const { organisationId } = viewerOf(ctx);
    const senderId = readId('sender', input.id, 'id');
    const given = input.name ?? null;
    const name = given === null ? null : readDisplayName(given);
    if (given !== null && name === null) return senderRefused('name-unusable');
    const countries = readSenderCountries(input.countries);
    if (countries instanceof Problem) return countries;
    const change = {
      organisationId,
      senderId,
      name,
      countries,
      makeDefault: input.makeDefault,
    };
    const done = await idempotentMutation(ctx, 'updateSender', input, (sql) =>
      updateSender(sql, change),
    );
    if (done instanceof Problem) return done;
    return 'refused' in done.result
      ? UPDATE_PROBLEMS[done.result.refused]()
      : changed(ctx, done.result.id);
  }
}
