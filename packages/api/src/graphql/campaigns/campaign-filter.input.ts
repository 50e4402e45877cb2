import type { ShownCampaignState } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { CampaignStateEnum } from '../shared/enums.ts';

@InputType({ description: 'What is not given does not matter; what is given must all be met.' })
export class CampaignFilter {
  @Field(() => ID, { nullable: true })
  readonly accountId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly addressBookId?: string | null;

  @Field(() => [CampaignStateEnum], { nullable: true })
  readonly states?: ShownCampaignState[] | null;
}
