import type { CompiledSmsText, CompiledText, Language } from '@adieu/domain';
import type { LookedOver } from '../check/look-over.ts';
import type { CompiledCampaign } from '../campaign/compiled.ts';
import type { PreviewedMessage } from '../campaign/preview-message.ts';
import type { CampaignProblem } from '../campaign/problem.ts';
import type { MessageValues, RenderedMessage } from '../campaign/render-message.ts';
import type { CampaignSource } from '../campaign/source.ts';
import type { LookContext } from '../check/check-context.ts';
import type { FilledOne, ManySms } from '../sms/fill-many.ts';
import type { SmsValues } from '../sms/fill-sms.ts';
import type { SmsText } from '../sms/sms-text.ts';

/** One text of a campaign and what it says of all: enough to fill a mail. */
export interface KeptMail extends Pick<CompiledCampaign, 'identity' | 'purpose'> {
  readonly text: CompiledText;
}

/** What is done apart: plain data in, plain data out. */
export interface Jobs {
  /** One language of a campaign, compiled and looked over. */
  compile(input: {
    readonly source: CampaignSource;
    readonly language: Language;
    readonly look: LookContext;
  }): LookedOver | CampaignProblem[];
  preview(input: {
    readonly mail: KeptMail;
    readonly values: MessageValues;
  }): PreviewedMessage | { readonly refused: string };
  /** Throws as `renderMessage` does. */
  fill(input: { readonly mail: KeptMail; readonly values: MessageValues }): RenderedMessage;
  compileSms(input: {
    readonly language: string;
    readonly body: string;
  }): SmsText | Pick<CampaignProblem, 'line' | 'message'>;
  /** Throws as `fillSms` does. */
  fillSms(input: {
    readonly text: CompiledSmsText;
    readonly values: SmsValues;
    readonly addsWayOut: boolean;
  }): string;
  fillManySms(input: ManySms): FilledOne[];
}
