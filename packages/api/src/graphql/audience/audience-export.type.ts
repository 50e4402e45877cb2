import { connectionOf } from '../shared/connection.ts';
import type { AudienceExport } from '@adieu/db';
import type { AudienceExportState, AudienceUse, Purpose } from '@adieu/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AudienceExportStateEnum, AudienceUseEnum, PurposeEnum } from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';

@ObjectType('ExportStops')
export class ExportStopsType {
  @Field(() => String)
  readonly reason!: string;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType('AudienceExport', {
  description: 'A list of contacts that was handed out by GET /audience, on record.',
})
export class AudienceExportType {
  readonly row: AudienceExport;

  constructor(row: AudienceExport) {
    this.row = row;
  }

  @Field(() => ID, { description: 'The answer’s header Adieu-Export-Id.' })
  id(): string {
    return toId('export', this.row.id);
  }

  @Field(() => AudienceExportStateEnum)
  state(): AudienceExportState {
    return this.row.state;
  }

  @Field(() => String, { description: 'The name of the key that asked.' })
  madeBy(): string {
    return this.row.madeBy;
  }

  @Field(() => Date, { description: 'Every opt-out that was acknowledged by then is kept out.' })
  asOf(): Date {
    return this.row.asOf;
  }

  @Field(() => Date, { nullable: true })
  finishedAt(): Date | null {
    return this.row.finishedAt;
  }

  @Field(() => AudienceUseEnum)
  use(): AudienceUse {
    return this.row.use;
  }

  @Field(() => PurposeEnum, { description: 'What it was judged as.' })
  purpose(): Purpose {
    return this.row.purpose;
  }

  @Field(() => String)
  format(): string {
    return this.row.format;
  }

  @Field(() => Int, { nullable: true, description: 'How many contacts; null while it runs.' })
  handedOut(): number | null {
    return this.row.handedOut;
  }

  @Field(() => [ExportStopsType], { description: 'How many the gate kept back, by reason.' })
  stopped(): ExportStopsType[] {
    return Object.entries(this.row.stopped ?? {})
      .map(([reason, count]) => ({ reason, count }))
      .sort((a, b) => a.reason.localeCompare(b.reason));
  }

  @Field(() => Boolean, { description: 'Whether nothing was kept back.' })
  unfiltered(): boolean {
    return this.row.unfiltered;
  }

  @Field(() => String, { nullable: true, description: 'Why the book was chosen for that.' })
  unfilteredReason(): string | null {
    return this.row.unfilteredReason;
  }

  @Field(() => String, { nullable: true, description: 'Who chose it.' })
  unfilteredAllowedBy(): string | null {
    return this.row.unfilteredAllowedBy;
  }
}

export const AudienceExportConnection = connectionOf('AudienceExport', AudienceExportType);
export type AudienceExportConnection = InstanceType<typeof AudienceExportConnection>;
