import { addAdminPerson, findAdminPerson } from '@adieu/db';
import { DEFAULT_DIGEST_SECONDS } from '@adieu/domain';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { emailTaken, readAdminPerson } from './read-admin-person.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { AdminPersonType } from './admin-person.type.ts';
import { answer, keyResult } from '../shared/result.ts';
import { AddAdminPersonInput } from './admin-person.input.ts';

@ObjectType()
export class AdminPersonAdded {
  @Field(() => AdminPersonType)
  readonly person!: AdminPersonType;
}

const AddAdminPersonResult = keyResult('AddAdminPersonResult', () => [AdminPersonAdded, NotFound]);

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
    const fields = readAdminPerson(ctx.ring, input);
    if (fields instanceof InvalidInput) return fields;
    const { name = '', email = '', language = 'en' } = fields;
    const { digestSeconds = DEFAULT_DIGEST_SECONDS } = fields;
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
    return answer(AdminPersonAdded, { person: new AdminPersonType(row) });
  }
}
