import type { Organisation } from '@adieu/db';
import type { Widening } from '@adieu/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { EvidenceRetentionType } from './evidence-retention.type.ts';
import { WideningEnum } from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';

@ObjectType('Organisation')
export class OrganisationType {
  readonly row: Organisation;

  constructor(row: Organisation) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('org', this.row.id);
  }

  @Field(() => String)
  name(): string {
    return this.row.name;
  }

  @Field(() => WideningEnum, {
    description: 'What an opt-out of a topic or a marketing book counts for, from now on.',
  })
  widening(): Widening {
    return this.row.widening;
  }

  @Field(() => EvidenceRetentionType)
  evidenceRetention(): EvidenceRetentionType {
    const { evidenceRetention: evidence, originRetention: origins, keepsOrigins } = this.row;
    return new EvidenceRetentionType({ evidence, origins, keepsOrigins });
  }

  @Field(() => Int, {
    nullable: true,
    description:
      'For how many days a proof is kept after its consent ended; null: as long as the law of its account’s country.',
  })
  proofRetentionDays(): number | null {
    return this.row.proofRetentionDays;
  }
}
