import { deleteTenant, findDeletion } from '@adieu/db';
import { actorOf } from '@adieu/domain';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { answer } from '../shared/result.ts';
import { DeletionType } from './deletion.type.ts';

@InputType()
export abstract class DeletionInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: 'What it is called: whoever deletes it names it.' })
  readonly name!: string;
}

@ObjectType({
  description:
    'Nothing is sent any more; what it holds goes within the hour, as `expectedBy` says.',
})
export class DeletionBegun {
  @Field(() => DeletionType)
  readonly deletion!: DeletionType;
}

/** Begins a deletion of an account, or (null) of the whole organisation. */
export async function askDeletion(
  ctx: Context,
  operation: 'deleteAccount' | 'deleteOrganisation',
  input: DeletionInput,
  whose: { readonly organisationId: string; readonly accountId: string | null },
): Promise<DeletionBegun | Problem> {
  const by = actorOf(viewerOf(ctx));
  const done = await idempotentMutation(ctx, operation, input, (tx) =>
    deleteTenant(tx, { ...whose, name: input.name, by, now: ctx.now }),
  );
  if (done instanceof Problem) return done;
  if ('refused' in done.result)
    return done.result.refused === 'not-found'
      ? new NotFound(whose.accountId === null ? 'organisation' : 'account', 'id')
      : new InvalidInput('name', 'Name what is to be deleted exactly as it is called.');
  const row = await findDeletion(ctx.db.sql, whose.organisationId, done.result.deletionId);
  return answer(DeletionBegun, { deletion: new DeletionType(row!) });
}
