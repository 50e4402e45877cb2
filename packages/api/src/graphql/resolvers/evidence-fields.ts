import { evidenceOfRequests } from '@adieu/db';
import { GraphQLError } from 'graphql';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Context, viewerOf } from '../context.ts';
import { EvidenceType } from '../types/evidence.ts';
import { OptOutRequestType } from '../types/opt-out-request.ts';

/** A request's evidence. A request is also reached through the gate's answer, with keys that must not see it. */
@Resolver(() => OptOutRequestType)
export class EvidenceFields {
  @FieldResolver(() => [EvidenceType], {
    description: 'What speaks for it, the oldest first. For admins.',
  })
  async evidence(@Root() { row }: OptOutRequestType, @Ctx() ctx: Context): Promise<EvidenceType[]> {
    const { organisationId, role } = viewerOf(ctx);
    if (role !== 'ADMIN')
      throw new GraphQLError('evidence needs a key of the role ADMIN.', {
        extensions: { code: 'FORBIDDEN' },
      });
    const rows = await evidenceOfRequests(ctx.db.sql, organisationId, [row.id]);
    return rows.map((each) => new EvidenceType(each));
  }
}
