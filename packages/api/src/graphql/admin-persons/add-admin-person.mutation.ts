import { addAdminPerson, findAdminPerson } from '@adieu/db';
import { DEFAULT_DIGEST_SECONDS } from '@adieu/domain';
import { GraphQLISO8601Duration } from 'graphql-scalars';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { emailTaken, readAdminPerson } from './read-admin-person.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { AdminPersonType } from './admin-person.type.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { keyResult } from '../shared/result.ts';

@InputType()
export class AddAdminPersonInput extends IdempotentInput {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly email!: string;

  @Field(() => String, { nullable: true, description: 'sv, cs, de, da or en; en if not given.' })
  readonly language?: string | null;

  @Field(() => GraphQLISO8601Duration, {
    nullable: true,
    description: 'At most one digest in it, from PT1M to P30D; P1D if not given.',
  })
  readonly digestPeriod?: string | null;
}

@ObjectType()
export class AdminPersonAdded {
  @Field(() => AdminPersonType)
  readonly person: AdminPersonType;

  constructor(person: AdminPersonType) {
    this.person = person;
  }
}

const AddAdminPersonResult = keyResult(
  'AddAdminPersonResult',
  () => [AdminPersonAdded, NotFound] as const,
);

@Resolver()
export class AddAdminPerson {
  @Mutation(() => AddAdminPersonResult, {
    description: 'From now on this person is told by digest mail which requests wait.',
  })
  async addAdminPerson(
    @Ctx() ctx: Context,
    @Arg('input', () => AddAdminPersonInput) input: AddAdminPersonInput,
  ): Promise<typeof AddAdminPersonResult> {
    const { organisationId } = viewerOf(ctx);
    const words = readAdminPerson(ctx.ring, input);
    if (words instanceof InvalidInput) return words;
    const { name = '', email = '', language = 'en' } = words;
    const { digestSeconds = DEFAULT_DIGEST_SECONDS } = words;
    const done = await idempotentMutation(ctx, 'addAdminPerson', input, async (sql) => {
      const person = { organisationId, name, email, language, digestSeconds };
      const added = await addAdminPerson(sql, person);
      return { id: 'refused' in added ? null : added.adminPersonId };
    });
    if (done instanceof Problem) return done;
    const { id } = done.result;
    if (id === null) return emailTaken();
    const row = await findAdminPerson(ctx.db.sql, organisationId, id);
    // The same key again, and the person was removed in between.
    if (row === null) return new NotFound('admin person');
    return new AdminPersonAdded(new AdminPersonType(row));
  }
}
