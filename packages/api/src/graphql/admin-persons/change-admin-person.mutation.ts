import { changeAdminPerson, findAdminPerson } from '@adieu/db';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { emailTaken, readAdminPerson } from './read-admin-person.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { namesChange } from '../shared/names-change.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { AdminPersonType } from './admin-person.type.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { ChangeAdminPersonInput } from './admin-person.input.ts';

@ObjectType()
export class AdminPersonChanged {
  @Field(() => AdminPersonType)
  readonly person!: AdminPersonType;
}

const ChangeAdminPersonResult = keyResult('ChangeAdminPersonResult', () => [
  AdminPersonChanged,
  NotFound,
]);

@Resolver()
export class ChangeAdminPerson {
  @Mutation(() => ChangeAdminPersonResult)
  async changeAdminPerson(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeAdminPersonInput) input: ChangeAdminPersonInput,
  ): Promise<typeof ChangeAdminPersonResult> {
    const { organisationId } = viewerOf(ctx);
    const adminPersonId = readId('person', input.id, 'id');
    const fields = readAdminPerson(ctx.ring, input);
    if (fields instanceof InvalidInput) return fields;
    const done = await idempotentMutation(ctx, 'changeAdminPerson', input, async (sql) => {
      const change = {
        ...fields,
        ...(typeof input.active === 'boolean' && { active: input.active }),
      };
      const changed = await changeAdminPerson(sql, { organisationId, adminPersonId, ...change });
      return { refused: 'refused' in changed ? changed.refused : null };
    });
    if (done instanceof Problem) return done;
    if (done.result.refused === 'email-taken') return emailTaken();
    const row = await findAdminPerson(ctx.db.sql, organisationId, adminPersonId);
    if (row === null) return new NotFound('admin person', 'id');
    if (!namesChange(input)) return new InvalidInput('id', 'Say besides the id what is to change.');
    return answer(AdminPersonChanged, { person: new AdminPersonType(row) });
  }
}
