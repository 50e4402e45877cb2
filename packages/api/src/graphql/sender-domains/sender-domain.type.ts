import type { SenderDomain } from '@adieu/db';
import { challengeName, type DomainProof } from '@adieu/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { DomainProofEnum } from '../shared/caller-enums.ts';
import { toId } from '../shared/ids.ts';

@ObjectType('SenderDomain', {
  description:
    'A domain that the organisation’s mail may be from, or that it claims. What is below it is the same, unless it is proven to be another’s.',
})
export class SenderDomainType {
  readonly row: SenderDomain;

  constructor(row: SenderDomain) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('domain', this.row.id);
  }

  @Field(() => String, { description: 'Lower case, A-labels (`xn--…`).' })
  domain(): string {
    return this.row.domain;
  }

  @Field(() => String, { description: 'Where the TXT record goes that proves it.' })
  challengeName(): string {
    return challengeName(this.row.domain);
  }

  @Field(() => String, { description: 'What the TXT record says.' })
  challenge(): string {
    return this.row.challenge;
  }

  @Field(() => Date)
  claimedAt(): Date {
    return this.row.claimedAt;
  }

  @Field(() => Date, { nullable: true, description: 'Null: nothing may be sent from it yet.' })
  provenAt(): Date | null {
    return this.row.provenAt;
  }

  @Field(() => DomainProofEnum, { nullable: true })
  provenBy(): DomainProof | null {
    return this.row.provenBy;
  }
}
