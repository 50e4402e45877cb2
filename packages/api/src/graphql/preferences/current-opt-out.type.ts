import type { StandingRequest } from '@adieu/db';
import type { OptOutMethod, RequestState, TimeoutOutcome } from '@adieu/domain';
import { Field, ObjectType } from 'type-graphql';
import { OptOutMethodEnum, OptOutRequestStateEnum, TimeoutOutcomeEnum } from '../shared/enums.ts';
import { ScopeType } from '../scopes/scope.type.ts';

@ObjectType('CurrentOptOut', { description: 'An opt-out as its recipient may see it.' })
export class CurrentOptOutType {
  readonly row: StandingRequest;

  constructor(row: StandingRequest) {
    this.row = row;
  }

  @Field(() => OptOutRequestStateEnum)
  state(): RequestState {
    return this.row.state;
  }

  @Field(() => OptOutMethodEnum)
  method(): OptOutMethod {
    return this.row.method;
  }

  @Field(() => Date)
  since(): Date {
    return this.row.receivedAt;
  }

  @Field(() => ScopeType)
  scope(): ScopeType {
    return new ScopeType(this.row.scopeKind, this.row.scopeId, this.row.scopeName);
  }

  @Field(() => Date, { nullable: true })
  deadline(): Date | null {
    return this.row.deadline;
  }

  @Field(() => String, { nullable: true, description: 'The mailing that it came from.' })
  campaignName(): string | null {
    return this.row.campaignName;
  }

  @Field(() => TimeoutOutcomeEnum, { nullable: true })
  onTimeout(): TimeoutOutcome | null {
    return this.row.onTimeout;
  }
}
