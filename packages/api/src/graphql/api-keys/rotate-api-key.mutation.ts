import { findApiKeyRow, rotateApiKey } from '@adieu/db';
import { LONGEST_OVERLAP_SECONDS, parseDuration } from '@adieu/domain';
import { createKeySecret } from '@adieu/keys';
import { GraphQLISO8601Duration } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { ApiKeyCreated } from './api-key-created.type.ts';
import { ApiKeyType } from './api-key.type.ts';
import { keyProblem } from './key-problem.ts';

@InputType()
export class RotateApiKeyInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => GraphQLISO8601Duration, {
    defaultValue: 'PT0S',
    description: 'So long the old one works on: at most P7D; not at all if not given.',
  })
  readonly overlap!: string;
}

const RotateApiKeyResult = keyResult('RotateApiKeyResult', () => [ApiKeyCreated, NotFound]);

@Resolver()
export class RotateApiKey {
  @Mutation(() => RotateApiKeyResult, {
    description:
      'A new key that gives what the old one does, which works on for the overlap alone.',
  })
  async rotateApiKey(
    @Ctx() ctx: Context,
    @Arg('input', () => RotateApiKeyInput) input: RotateApiKeyInput,
  ): Promise<typeof RotateApiKeyResult> {
    const viewer = viewerOf(ctx);
    const { organisationId } = viewer;
    const id = readId('key', input.id, 'id');
    const overlapSeconds = parseDuration(input.overlap);
    if (overlapSeconds === null || overlapSeconds > LONGEST_OVERLAP_SECONDS)
      return keyProblem('overlap-too-long');
    const old = await findApiKeyRow(ctx.db.sql, organisationId, id);
    if (old === null) return new NotFound('key', 'id');
    const { secret, hash } = createKeySecret(old.role);
    const done = await idempotentMutation(ctx, 'rotateApiKey', input, async (tx) =>
      rotateApiKey(tx, viewer, { id, keyHash: hash, overlapSeconds, now: ctx.now }),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result)
      return done.result.refused === 'not-found'
        ? new NotFound('key', 'id')
        : keyProblem(done.result.refused);
    const row = await findApiKeyRow(ctx.db.sql, organisationId, done.result.id);
    return answer(ApiKeyCreated, {
      apiKey: new ApiKeyType(row!),
      secret: ctx.replayed ? null : secret,
    });
  }
}
