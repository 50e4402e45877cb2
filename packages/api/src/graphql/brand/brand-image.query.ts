import { findBrandImage } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { BrandImageType } from './brand.type.ts';
import { BadArgument } from '../shared/bad-argument.ts';

const SHA256 = /^[\da-f]{64}$/;

@Resolver()
export class BrandImage {
  @Query(() => BrandImageType, {
    nullable: true,
    description: 'A logo by its id; anybody may see it.',
  })
  async brandImage(
    @Ctx() { db }: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<BrandImageType | null> {
    if (!SHA256.test(id)) throw new BadArgument('id', 'is not the id of a picture: 64 hex digits');
    const image = await findBrandImage(db.sql, id);
    return image && { mediaType: image.mediaType, content: image.content.toString('base64') };
  }
}
