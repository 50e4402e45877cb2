import { begin } from '@adieu/db';
import { actorOf } from '@adieu/domain';
import { createFirstKeys, secretOf } from '@adieu/keys';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { NAME_TAKEN } from '../scopes/change-scope.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { toId } from '../shared/ids.ts';
import { Conflict, Problem } from '../shared/problems.ts';
import { answer, keyResult } from '../shared/result.ts';
import { BeginningInput, readBeginningInput } from './beginning.input.ts';
import { WrongFields } from './wrong-fields.type.ts';

const DOMAIN_OF_ANOTHER =
  'The domain of this sender is another organisation’s: choose another, or give the domain away first (assignSenderDomain).';

@InputType()
export class CreateOrganisationInput extends BeginningInput {}

@ObjectType()
export class OrganisationCreated {
  @Field(() => ID)
  readonly organisationId!: string;

  @Field(() => ID)
  readonly accountId!: string;

  @Field(() => ID)
  readonly addressBookId!: string;

  @Field(() => ID)
  readonly memberId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The campaigner’s key, shown this once; null where none was asked for, and in a repeat.',
  })
  readonly apiKey!: string | null;

  @Field(() => String, { nullable: true, description: 'The same of the admin’s key.' })
  readonly adminApiKey!: string | null;
}

const CreateOrganisationResult = keyResult('CreateOrganisationResult', () => [
  OrganisationCreated,
  WrongFields,
]);

@Resolver()
export class CreateOrganisation {
  @Mutation(() => CreateOrganisationResult, {
    description:
      'A further organisation, ready for its first campaign: account with its sender, first book with its policy, first member by mailed link, and keys if asked for.',
  })
  async createOrganisation(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateOrganisationInput) input: CreateOrganisationInput,
  ): Promise<typeof CreateOrganisationResult> {
    const by = actorOf(viewerOf(ctx));
    const beginning = readBeginningInput(input);
    if (beginning instanceof Problem) return beginning;
    const keys = createFirstKeys(input);
    const done = await idempotentMutation(ctx, 'createOrganisation', input, async (tx) => ({
      ...(await begin(tx, beginning, { by, keys, now: ctx.now })),
    }));
    if (done instanceof Problem) return done;
    const made = done.result;
    if ('refused' in made && made.refused === 'domain-taken')
      return new Conflict('DOMAIN_TAKEN', DOMAIN_OF_ANOTHER, 'senderAddress');
    if ('refused' in made) return new Conflict('NAME_TAKEN', NAME_TAKEN().message, 'organisation');
    return answer(OrganisationCreated, {
      organisationId: toId('org', made.organisationId),
      accountId: toId('account', made.accountId),
      addressBookId: toId('book', made.addressBookId),
      memberId: toId('member', made.memberId),
      apiKey: ctx.replayed ? null : secretOf(keys, 'CAMPAIGNER'),
      adminApiKey: ctx.replayed ? null : secretOf(keys, 'ADMIN'),
    });
  }
}
