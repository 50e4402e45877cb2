import { findProof } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { ConsentProofType } from './consent-proof.type.ts';

@Resolver()
export class ConsentProof {
  @Query(() => ConsentProofType, {
    nullable: true,
    description: 'The proof of one double opt-in, with a page to print (D-3).',
  })
  async consentProof(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<ConsentProofType | null> {
    const uuid = fromId('proof', id);
    if (uuid === null) return null;
    const row = await findProof(ctx.db.sql, viewerOf(ctx).organisationId, uuid);
    return row && new ConsentProofType(row);
  }
}
