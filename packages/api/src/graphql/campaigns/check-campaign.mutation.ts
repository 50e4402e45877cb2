import { type Finding, findingAbout } from '@adieu/templates';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { checkCampaign } from './check-campaign.ts';
import type { Context } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { CampaignCheckType } from './campaign-check.type.ts';
import { knownFindings } from './known-finding.ts';
import { CampaignType } from './campaign.type.ts';
import { refuseHour } from './refuse-hour.ts';

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
    const planned = { sendAt, inRecipientsZone };
    const hour = hourFindings(planned, ctx.now);
    // What may not be is not judged besides: the rest is looked over as if it went now.
    const looked = hour.length > 0 ? {} : planned;
    const checked = await checkCampaign(ctx, readId('campaign', id, 'id'), looked);
    if (checked !== null) {
      const { row, findings, sms } = checked;
      const all = [...knownFindings(hour, []), ...findings];
      return new CampaignCheckType(new CampaignType(row), all, sms);
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

function hourFindings(
  planned: { readonly sendAt: Date | null; readonly inRecipientsZone: boolean },
  now: Date,
): Finding[] {
  const refused = refuseHour(planned, now);
  if (refused === null) return [];
  const { message } = refused;
  return [findingAbout('ERROR', 'SEND_AT_REFUSED', 'campaign', message, 'Take another sendAt.')];
}
