import { findBrandImage } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { BrandImageType } from './brand.type.ts';

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
    const image = SHA256.test(id) ? await findBrandImage(db.sql, id) : null;
    return image && { mediaType: image.mediaType, content: image.content.toString('base64') };
  }
}
