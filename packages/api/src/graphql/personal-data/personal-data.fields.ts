import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { BrandType } from '../brand/brand.type.ts';
import { PersonalDataType } from './personal-data.type.ts';

@Resolver(() => PersonalDataType)
export class PersonalDataFields {
  @FieldResolver(() => BrandType, { nullable: true })
  async brand(
    @Root() { link }: PersonalDataType,
    @Ctx() { loaders }: Context,
  ): Promise<BrandType | null> {
    const brand = await loaders.brand.load(link.accountId);
    return brand && new BrandType(brand);
  }
}
