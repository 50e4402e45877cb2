import { Arg, Ctx, InputType, Mutation, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { NotFound, type Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { keyResult } from '../shared/result.ts';
import { askDeletion, DeletionBegun, DeletionInput } from './ask-deletion.ts';

@InputType()
export class DeleteAccountInput extends DeletionInput {}

const DeleteAccountResult = keyResult('DeleteAccountResult', () => [DeletionBegun, NotFound]);

@Resolver()
export class DeleteAccount {
  @Mutation(() => DeleteAccountResult, {
    description:
      'Takes an account away for good: its contacts with their fields, forms, brand and keys, and the addresses of people whom no other account knows. Opt-outs stay, by keyed hashes, and the links of old mails go on working. It can not be undone.',
  })
  async deleteAccount(
    @Ctx() ctx: Context,
    @Arg('input', () => DeleteAccountInput) input: DeleteAccountInput,
  ): Promise<DeletionBegun | Problem> {
    const { organisationId } = viewerOf(ctx);
    const accountId = readId('account', input.id, 'id');
    return askDeletion(ctx, 'deleteAccount', input, { organisationId, accountId });
  }
}
