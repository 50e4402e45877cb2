export { makeCampaign } from './apart/make-campaign.ts';
export { keepCompiled } from './campaign/keep-compiled.ts';
export { ReadyCampaign, readyCampaign } from './campaign/ready-campaign.ts';
export type { MergeField } from './campaign/merge-fields.ts';
export type { CheckedAudience } from './check/check-audience.ts';
export { checkContent } from './check/check-content.ts';
export type { CheckContext } from './check/check-context.ts';
export { type FieldCoverage } from './check/check-fields.ts';
export {
  type Finding,
  FINDING_CODES,
  FINDING_LEVELS,
  type FindingCode,
  type FindingLevel,
  findingAbout,
} from './check/finding.ts';
export type { CampaignProblem } from './campaign/problem.ts';
export type { RenderedMessage } from './campaign/render-message.ts';
export { checkSms } from './sms/check-sms.ts';
export type { SmsPlace } from './sms/check-sms-place.ts';
export { compileSms, type CompiledSms, keepSms } from './sms/compile-sms.ts';
export { countParts, countSms, type SmsCount, type SmsParts } from './sms/count-parts.ts';
export { MOST_COUNTED, type SmsTally, tallySms } from './sms/count-audience.ts';
export { mayLeaveSms, previewSms, type SmsInstallation } from './sms/preview-sms.ts';
export { sayWayOut } from './sms/say-way-out.ts';
export { MOST_SMS_PARTS } from './sms/fill-sms.ts';
export { ReadySms, readySms, type SmsReader } from './sms/ready-sms.ts';
export { testSubject } from './campaign/test-subject.ts';
export { type MailPreview, previewMail, type PreviewReader } from './campaign/preview-mail.ts';
export {
  campaignFeedback,
  campaignHeaders,
  replyHeader,
  type MailedCampaign,
} from './headers/campaign-headers.ts';
export { type Header, withoutOurs } from './headers/header.ts';
export { type ListHeaders, marketingHeaders } from './headers/marketing-headers.ts';
export { composeMail, headersOf, type Mail } from './mime/compose-mail.ts';
export { renderSystemMail, type SystemMail } from './system/render-system-mail.tsx';
