import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { checkCampaign } from './check-campaign.ts';
import type { Context } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { CampaignCheckType } from './campaign-check.type.ts';
import { knownFindings } from './known-finding.ts';
import { CampaignType } from './campaign.type.ts';

@Resolver()
export class CheckCampaign {
  @Mutation(() => CampaignCheckType, {
    description:
      'Compiles a campaign and looks it over, with its audience as it is now. Changes nothing.',
  })
  async checkCampaign(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('sendAt', () => Date, {
      nullable: true,
      description:
        'As sendCampaign takes it: what would be wrong with that hour. Now if not given.',
    })
    sendAt: Date | null,
    @Arg('inRecipientsZone', () => Boolean, {
      defaultValue: false,
      description: 'Goes with `sendAt`.',
    })
    inRecipientsZone: boolean,
  ): Promise<CampaignCheckType> {
    const checked = await checkCampaign(ctx, readId('campaign', id, 'id'), {
      sendAt,
      inRecipientsZone,
    });
    if (checked !== null) {
      const { row, findings, sms } = checked;
      return new CampaignCheckType(new CampaignType(row), findings, sms);
    }
    return new CampaignCheckType(
      null,
      knownFindings(
        [
          {
            level: 'ERROR',
            code: 'CAMPAIGN_NOT_FOUND',
            language: null,
            place: { part: 'campaign', line: null, column: null, element: null },
            message: 'There is no such campaign',
            fix: 'Take the id that createCampaign gave.',
          },
        ],
        [],
      ),
      null,
    );
  }
}
