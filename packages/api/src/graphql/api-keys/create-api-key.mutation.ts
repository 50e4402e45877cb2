import { findApiKeyRow, issueApiKey } from '@adieu/db';
import { createKeySecret } from '@adieu/keys';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readOptionalId } from '../shared/read-id.ts';
import { readName } from '../shared/read-name.ts';
import { answer, keyResult } from '../shared/result.ts';
import { ApiKeyCreated } from './api-key-created.type.ts';
import { ApiKeyType } from './api-key.type.ts';
import { CreateApiKeyInput } from './create-api-key.input.ts';
import { keyProblem } from './key-problem.ts';

const CreateApiKeyResult = keyResult('CreateApiKeyResult', () => [ApiKeyCreated, NotFound]);

@Resolver()
export class CreateApiKey {
  @Mutation(() => CreateApiKeyResult, {
    description:
      'Makes a key with a role or with uses. It gives no more than whoever makes it has.',
  })
  async createApiKey(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateApiKeyInput) input: CreateApiKeyInput,
  ): Promise<typeof CreateApiKeyResult> {
    const viewer = viewerOf(ctx);
    const name = readName(input.name);
    if (name instanceof Problem) return name;
    const { role = null, expiresAt = null } = input;
    const uses = [...new Set(input.uses)];
    const accountId = readOptionalId('account', input.accountId, 'accountId');
    const { secret, hash } = createKeySecret(role);
    // What is kept of the answer holds no secret: a repeated call shows the key without it.
    const done = await idempotentMutation(ctx, 'createApiKey', input, async (tx) =>
      issueApiKey(tx, viewer, { name, role, uses, accountId, expiresAt, keyHash: hash }, ctx.now),
    );
    if (done instanceof Problem) return done;
    const { result } = done;
    if ('refused' in result)
      return result.refused === 'account-not-found'
        ? new NotFound('account', 'accountId')
        : keyProblem(result.refused);
    const row = await findApiKeyRow(ctx.db.sql, viewer.organisationId, result.id);
    if (row === null) return new NotFound('key');
    return answer(ApiKeyCreated, {
      apiKey: new ApiKeyType(row),
      secret: ctx.replayed ? null : secret,
    });
  }
}
