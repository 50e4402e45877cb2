import { findBrandImage, ownReasons } from '@adieu/db';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { AccountReasonType } from '../reasons/account-reason.type.ts';
import { BrandImageType, BrandType } from './brand.type.ts';
import { AccountType } from '../accounts/account.type.ts';

const SHA256 = /^[\da-f]{64}$/;

@Resolver(() => AccountType)
export class Brands {
  @FieldResolver(() => BrandType, { nullable: true, description: 'Null = the house’s look.' })
  async brand(
    @Root() { row }: AccountType,
    @Ctx() { loaders }: Context,
  ): Promise<BrandType | null> {
    const brand = await loaders.brand.load(row.id);
    return brand && new BrandType(brand);
  }

  @FieldResolver(() => [AccountReasonType], {
    description: 'Its own list, in order; empty = the house’s (F4).',
  })
  async leaveReasons(
    @Root() { row }: AccountType,
    @Ctx() { db }: Context,
  ): Promise<AccountReasonType[]> {
    return (await ownReasons(db.sql, row.id)).map((reason) => new AccountReasonType(reason));
  }

  @Query(() => BrandImageType, {
    nullable: true,
    description: 'A logo by its id; anybody may see it.',
  })
  async brandImage(
    @Ctx() { db }: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<BrandImageType | null> {
    const image = SHA256.test(id) ? await findBrandImage(db.sql, id) : null;
    return image && { mediaType: image.mediaType, content: image.content.toString('base64') };
  }
}
