import { findProof } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { ConsentProofType } from './consent-proof.type.ts';
import { readId } from '../shared/read-id.ts';

@Resolver()
export class ConsentProof {
  @Query(() => ConsentProofType, {
    nullable: true,
    description: 'The proof of one double opt-in, with a page to print.',
  })
  async consentProof(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<ConsentProofType | null> {
    const uuid = readId('proof', id, 'id');
    const row = await findProof(ctx.db.sql, viewerOf(ctx).organisationId, uuid);
    return row && new ConsentProofType(row);
  }
}
