import type { EvidenceRetention } from '@adieu/domain';
import { GraphQLISO8601Duration } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('EvidenceRetention', {
  description: 'How long evidence is kept. Requests, suppressions and the ledger stay.',
})
export class EvidenceRetentionType implements EvidenceRetention {
  @Field(() => GraphQLISO8601Duration)
  readonly evidence: string;

  @Field(() => GraphQLISO8601Duration, { description: 'For IP addresses, which go first.' })
  readonly origins: string;

  @Field(() => Boolean, { description: 'Whether IP addresses are kept at all.' })
  readonly keepsOrigins: boolean;

  constructor({ evidence, origins, keepsOrigins }: EvidenceRetention) {
    this.evidence = evidence;
    this.origins = origins;
    this.keepsOrigins = keepsOrigins;
  }
}
