import { evidenceOfRequests } from '@adieu/db';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { EvidenceType } from './evidence.type.ts';
import { OptOutRequestType } from '../opt-out-requests/opt-out-request.type.ts';

@Resolver(() => OptOutRequestType)
export class EvidenceFields {
  @FieldResolver(() => [EvidenceType], {
    description: 'What speaks for it, the oldest first; empty after its retention.',
  })
  async evidence(@Root() { row }: OptOutRequestType, @Ctx() ctx: Context): Promise<EvidenceType[]> {
    const { organisationId } = viewerOf(ctx);
    const rows = await evidenceOfRequests(ctx.db.sql, organisationId, [row.id]);
    return rows.map((each) => new EvidenceType(each));
  }
}
