import { findDeletion } from '@adieu/db';
import { holds } from '@adieu/domain';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { overAllOrganisations } from '../access/reach.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { DeletionType } from './deletion.type.ts';

@Resolver()
export class DeletionQuery {
  @Query(() => DeletionType, {
    nullable: true,
    description: 'How far a deletion is; an operator sees those of all organisations.',
  })
  async deletion(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<DeletionType | null> {
    const viewer = viewerOf(ctx);
    const [whose, { db }] = holds(viewer, 'OPERATOR')
      ? [null, overAllOrganisations(ctx)]
      : [viewer.organisationId, ctx];
    const row = await findDeletion(db.sql, whose, readId('deletion', id, 'id'));
    return row && new DeletionType(row);
  }
}
