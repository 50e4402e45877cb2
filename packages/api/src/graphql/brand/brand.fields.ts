import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { BrandType } from './brand.type.ts';
import { AccountType } from '../accounts/account.type.ts';

@Resolver(() => AccountType)
export class BrandFields {
  @FieldResolver(() => BrandType, { nullable: true, description: 'Null = Adieu’s look.' })
  async brand(
    @Root() { row }: AccountType,
    @Ctx() { loaders }: Context,
  ): Promise<BrandType | null> {
    const brand = await loaders.brand.load(row.id);
    return brand && new BrandType(brand);
  }
}
