import { setBrand } from '@adieu/db';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { brandProblem } from './brand-problem.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { readBrand, readTexts } from './read-brand.ts';
import { readLogo } from './read-logo.ts';
import { SetAccountBrandInput } from './brand.input.ts';
import { BrandType } from './brand.type.ts';
import { ContrastTooLow } from './contrast-too-low.type.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';

@ObjectType()
export class AccountBrandSet {
  @Field(() => BrandType)
  readonly brand!: BrandType;
}

const SetAccountBrandResult = keyResult('SetAccountBrandResult', () => [
  AccountBrandSet,
  NotFound,
  ContrastTooLow,
  LimitReached,
]);

@Resolver()
export class SetAccountBrand {
  @Mutation(() => SetAccountBrandResult, {
    description:
      'How the account’s pages look. Nothing of it hides, moves or renames what is pressed to leave.',
  })
  async setAccountBrand(
    @Ctx() ctx: Context,
    @Arg('input', () => SetAccountBrandInput) input: SetAccountBrandInput,
  ): Promise<typeof SetAccountBrandResult> {
    const { organisationId, name: by } = viewerOf(ctx);
    const accountId = readId('account', input.accountId, 'accountId');
    const texts = readTexts(input.texts ?? []);
    if (texts instanceof Problem) return texts;
    const logo = readLogo(input.logo ?? null);
    if (logo instanceof Problem) return logo;
    const brand = { ...readBrand(input), texts };
    const done = await idempotentMutation(ctx, 'setAccountBrand', input, async (sql) => {
      const set = await setBrand(sql, { organisationId, accountId, brand, logo, by, now: ctx.now });
      return 'failures' in set
        ? { refused: set.refused, failures: set.failures.map((failure) => ({ ...failure })) }
        : { ...set };
    });
    if (done instanceof Problem) return done;
    const { result } = done;
    if (result.refused !== null) return brandProblem(result);
    const saved = await ctx.loaders.brand.load(accountId);
    return answer(AccountBrandSet, { brand: new BrandType(saved!) });
  }
}
