import { hasSender } from '@adieu/db';
import { campaignFeedback, composeMail, countSms, headersOf } from '@adieu/templates';
import { Arg, createUnionType, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { previewFor } from './preview-for.ts';
import { BY_ADDRESS, IN_LANGUAGE } from './reader.fields.ts';
import { CampaignPreviewType } from './campaign-preview.type.ts';
import { CampaignTextRefused } from '../campaigns/campaign-text-refused.type.ts';

@InputType()
export class PreviewCampaignInput {
  @Field(() => ID)
  readonly campaignId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'As whom it is filled. Without a contact: a made-up reader, who has no fields.',
  })
  readonly contactId?: string | null;

  @Field(() => String, BY_ADDRESS)
  readonly contactAddress?: string | null;

  @Field(() => String, IN_LANGUAGE)
  readonly language?: string | null;
}

const PreviewCampaignResult = createUnionType({
  name: 'PreviewCampaignResult',
  types: () => [CampaignPreviewType, CampaignTextRefused, NotFound, InvalidInput] as const,
});

/** The address of a reader whom there is not. */
const MADE_UP = 'reader@example.invalid';

@Resolver()
export class PreviewCampaign {
  @Query(() => PreviewCampaignResult, {
    description:
      'The mail that one contact would get, to look at. Changes nothing; its ways out take nobody off.',
  })
  async previewCampaign(
    @Ctx() ctx: Context,
    @Arg('input', () => PreviewCampaignInput) input: PreviewCampaignInput,
  ): Promise<typeof PreviewCampaignResult> {
    const previewed = await previewFor(ctx, input);
    if (previewed instanceof Problem) return previewed;
    const { mail: content, reader, checked } = previewed;
    const { campaign } = checked;
    if (checked.row.channel !== 'EMAIL' || !hasSender(campaign)) {
      const size = Buffer.byteLength(content.text);
      const sms = checked.row.channel === 'SMS' ? countSms(content.text) : null;
      return new CampaignPreviewType(
        content,
        { headers: [], size },
        checked.findings,
        sms,
        checked.sms,
      );
    }
    const { mailDomain } = ctx.installation;
    const mail = {
      ...content,
      from: campaign.sender,
      to: reader?.address ?? MADE_UP,
      messageId: `<preview@${mailDomain}>`,
      date: ctx.now,
      headers: [...content.headers, ...campaignFeedback(campaign, { mailDomain, id: 'preview' })],
    };
    const shown = { headers: headersOf(mail), size: composeMail(mail).length };
    return new CampaignPreviewType(content, shown, checked.findings, null, null);
  }
}
