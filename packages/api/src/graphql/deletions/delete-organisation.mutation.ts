import { Arg, Ctx, InputType, Mutation, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { InvalidInput, NotFound, type Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { keyResult } from '../shared/result.ts';
import { askDeletion, DeletionBegun, DeletionInput } from './ask-deletion.ts';

@InputType()
export class DeleteOrganisationInput extends DeletionInput {}

const DeleteOrganisationResult = keyResult('DeleteOrganisationResult', () => [
  DeletionBegun,
  NotFound,
]);

@Resolver()
export class DeleteOrganisation {
  @Mutation(() => DeleteOrganisationResult, {
    description:
      'Takes an organisation away for good: all its accounts as deleteAccount does, its members and keys, and every address. Opt-outs stay, by keyed hashes. It can not be undone.',
  })
  async deleteOrganisation(
    @Ctx() ctx: Context,
    @Arg('input', () => DeleteOrganisationInput) input: DeleteOrganisationInput,
  ): Promise<DeletionBegun | Problem> {
    const organisationId = readId('org', input.id, 'id');
    // With it would go the key by which this is asked, and who then sees whether it is done?
    if (organisationId === viewerOf(ctx).organisationId)
      return new InvalidInput('id', 'This key belongs to it: use an operator’s key of another.');
    return askDeletion(ctx, 'deleteOrganisation', input, { organisationId, accountId: null });
  }
}
