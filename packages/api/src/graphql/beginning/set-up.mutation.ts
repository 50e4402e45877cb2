import { beginByLink, setupState } from '@adieu/db';
import { createFirstKeys, hashSecretToken, secretOf } from '@adieu/keys';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { toId } from '../shared/ids.ts';
import { Conflict, NotFound, Problem } from '../shared/problems.ts';
import { answer, linkResult } from '../shared/result.ts';
import { BeginningInput, readBeginningInput } from './beginning.input.ts';
import { WrongFields } from './wrong-fields.type.ts';

@InputType()
export class SetUpInput extends BeginningInput {
  @Field(() => String, { description: 'Of the link that the first start prints.' })
  readonly token!: string;
}

@ObjectType()
export class SetUpDone {
  @Field(() => ID)
  readonly addressBookId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The campaigner’s key, shown this once; null where none was asked for.',
  })
  readonly apiKey!: string | null;

  @Field(() => String, { nullable: true, description: 'The same of the admin’s key.' })
  readonly adminApiKey!: string | null;
}

const SetUpResult = linkResult('SetUpResult', () => [SetUpDone, NotFound, WrongFields]);

const BY = { kind: 'SYSTEM', name: 'set-up page' } as const;

/** What a link that does not open the set-up is answered. */
const refusal = (state: 'DONE' | null): NotFound | Conflict =>
  state === null
    ? new NotFound('link', 'token')
    : new Conflict('ALREADY_BEGUN', 'There is an organisation already.', 'token');

@Resolver()
export class SetUp {
  @Mutation(() => SetUpResult, {
    description: 'Begins in an empty installation, by the link that its first start prints; once.',
  })
  async setUp(
    @Ctx() ctx: Context,
    @Arg('input', () => SetUpInput) input: SetUpInput,
  ): Promise<typeof SetUpResult> {
    const tokenHash = hashSecretToken(input.token);
    // The token first: whoever has none is told nothing of the input, and holds up nobody by the lock of a beginning.
    const state = await setupState(ctx.db.sql, tokenHash);
    if (state !== 'OPEN') return refusal(state);
    const beginning = readBeginningInput(input);
    if (beginning instanceof Problem) return beginning;
    const keys = createFirstKeys(input);
    const made = await ctx.db.transaction((tx) =>
      beginByLink(tx, tokenHash, beginning, {
        by: BY,
        keys,
        now: ctx.now,
      }),
    );
    if ('refused' in made) return refusal(made.refused === 'not-found' ? null : 'DONE');
    const addressBookId = toId('book', made.addressBookId);
    return answer(SetUpDone, {
      addressBookId,
      apiKey: secretOf(keys, 'CAMPAIGNER'),
      adminApiKey: secretOf(keys, 'ADMIN'),
    });
  }
}
