import { connectionOf } from '../shared/connection.ts';
import type { ConsentRecord } from '@adieu/db';
import type { Channel, ConsentOutcome } from '@adieu/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { ChannelEnum, ConsentOutcomeEnum } from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';
import { ScopeType } from '../scopes/scope.type.ts';

@ObjectType('Consent', {
  description: 'A consent that an admin recorded by hand. It opens nothing by itself.',
})
export class ConsentType {
  readonly row: ConsentRecord;

  constructor(row: ConsentRecord) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('consent', this.row.id);
  }

  @Field(() => ID)
  recipientId(): string {
    return toId('recipient', this.row.recipientId);
  }

  @Field(() => ChannelEnum)
  channel(): Channel {
    return this.row.channel;
  }

  @Field(() => ScopeType)
  scope(): ScopeType {
    return new ScopeType(this.row.scopeKind, this.row.scopeId);
  }

  @Field(() => String, { description: 'What was agreed to, word for word.' })
  consentText(): string {
    return this.row.consentText;
  }

  @Field(() => String, { description: 'Where it came from.' })
  source(): string {
    return this.row.source;
  }

  @Field(() => Date)
  obtainedAt(): Date {
    return this.row.obtainedAt;
  }

  @Field(() => ID, { nullable: true, description: 'The file that speaks for it: its SHA-256.' })
  evidenceFile(): string | null {
    const { evidenceSha256 } = this.row;
    return evidenceSha256 ? Buffer.from(evidenceSha256).toString('hex') : null;
  }

  @Field(() => ConsentOutcomeEnum)
  outcome(): ConsentOutcome {
    return this.row.outcome;
  }

  @Field(() => Date)
  recordedAt(): Date {
    return this.row.recordedAt;
  }

  @Field(() => String, { description: 'Name of the key that recorded it.' })
  recordedBy(): string {
    return this.row.recordedBy;
  }
}

export const ConsentConnection = connectionOf('Consent', ConsentType);
export type ConsentConnection = InstanceType<typeof ConsentConnection>;
