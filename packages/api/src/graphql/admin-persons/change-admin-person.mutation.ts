import { changeAdminPerson, findAdminPerson } from '@adieu/db';
import { GraphQLISO8601Duration } from 'graphql-scalars';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import { emailTaken, readAdminPerson } from './read-admin-person.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, Forbidden, InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { AdminPersonType } from './admin-person.type.ts';

@InputType({ description: 'What is not given stays.' })
export class ChangeAdminPersonInput {
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

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType()
export class AdminPersonChanged {
  @Field(() => AdminPersonType)
  readonly person: AdminPersonType;

  constructor(person: AdminPersonType) {
    this.person = person;
  }
}

const ChangeAdminPersonResult = createUnionType({
  name: 'ChangeAdminPersonResult',
  types: () => [AdminPersonChanged, NotFound, InvalidInput, Conflict, Forbidden] as const,
});

@Resolver()
export class ChangeAdminPerson {
  @Mutation(() => ChangeAdminPersonResult)
  async changeAdminPerson(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeAdminPersonInput) input: ChangeAdminPersonInput,
  ): Promise<typeof ChangeAdminPersonResult> {
    const { organisationId } = viewerOf(ctx);
    const adminPersonId = fromId('person', input.id);
    if (adminPersonId === null) return new NotFound('admin person', 'id');
    const words = readAdminPerson(ctx.ring, input);
    if (words instanceof InvalidInput) return words;
    const call = { organisationId, operation: 'changeAdminPerson', input };
    const done = await idempotentMutation(ctx, call, async (sql) => {
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
