import { endApiKey, findApiKeyRow } from '@adieu/db';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { ApiKeyType } from './api-key.type.ts';
import { keyProblem } from './key-problem.ts';

@InputType()
export class RevokeApiKeyInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType()
export class ApiKeyRevoked {
  @Field(() => ApiKeyType)
  readonly apiKey!: ApiKeyType;
}

const RevokeApiKeyResult = keyResult('RevokeApiKeyResult', () => [ApiKeyRevoked, NotFound]);

@Resolver()
export class RevokeApiKey {
  @Mutation(() => RevokeApiKeyResult, {
    description: 'From now on the key opens nothing; streams that it holds open end.',
  })
  async revokeApiKey(
    @Ctx() ctx: Context,
    @Arg('input', () => RevokeApiKeyInput) input: RevokeApiKeyInput,
  ): Promise<typeof RevokeApiKeyResult> {
    const viewer = viewerOf(ctx);
    const id = readId('key', input.id, 'id');
    const done = await idempotentMutation(ctx, 'revokeApiKey', input, async (tx) =>
      endApiKey(tx, viewer, id, ctx.now),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result)
      return done.result.refused === 'not-found'
        ? new NotFound('key', 'id')
        : keyProblem(done.result.refused);
    const row = await findApiKeyRow(ctx.db.sql, viewer.organisationId, id);
    return answer(ApiKeyRevoked, { apiKey: new ApiKeyType(row!) });
  }
}
