import { changeAdminPerson, findAdminPerson } from '@adieu/db';
import { GraphQLISO8601Duration } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { emailTaken, readAdminPerson } from './read-admin-person.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { AdminPersonType } from './admin-person.type.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { readId } from '../shared/read-id.ts';
import { keyResult } from '../shared/result.ts';

@InputType({ description: 'What is not given stays.' })
export class ChangeAdminPersonInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { nullable: true })
  readonly name?: string | null;

  @Field(() => String, { nullable: true })
  readonly email?: string | null;

  @Field(() => String, { nullable: true })
  readonly language?: string | null;

  @Field(() => GraphQLISO8601Duration, { nullable: true })
  readonly digestPeriod?: string | null;

  @Field(() => Boolean, { nullable: true })
  readonly active?: boolean | null;
}

@ObjectType()
export class AdminPersonChanged {
  @Field(() => AdminPersonType)
  readonly person: AdminPersonType;

  constructor(person: AdminPersonType) {
    this.person = person;
  }
}

const ChangeAdminPersonResult = keyResult(
  'ChangeAdminPersonResult',
  () => [AdminPersonChanged, NotFound] as const,
);

@Resolver()
export class ChangeAdminPerson {
  @Mutation(() => ChangeAdminPersonResult)
  async changeAdminPerson(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeAdminPersonInput) input: ChangeAdminPersonInput,
  ): Promise<typeof ChangeAdminPersonResult> {
    const { organisationId } = viewerOf(ctx);
    const adminPersonId = readId('person', input.id, 'id');
    const words = readAdminPerson(ctx.ring, input);
    if (words instanceof InvalidInput) return words;
    const done = await idempotentMutation(ctx, 'changeAdminPerson', input, async (sql) => {
      const change = {
        ...words,
        ...(typeof input.active === 'boolean' && { active: input.active }),
      };
      const changed = await changeAdminPerson(sql, { organisationId, adminPersonId, ...change });
      return { refused: 'refused' in changed ? changed.refused : null };
    });
    if (done instanceof Problem) return done;
    if (done.result.refused === 'email-taken') return emailTaken();
    const row = await findAdminPerson(ctx.db.sql, organisationId, adminPersonId);
    if (row === null) return new NotFound('admin person', 'id');
    return new AdminPersonChanged(new AdminPersonType(row));
  }
}
