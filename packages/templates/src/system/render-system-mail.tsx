import { render, toPlainText } from '@react-email/render';
import type { ReactElement } from 'react';
import type { RenderedMessage } from '../campaign/render-message.ts';
import { DataLinkEmail, type DataLinkProps, dataLinkSubject } from './data-link.email.tsx';
import { DecisionEmail, type DecisionProps, decisionSubject } from './decision.email.tsx';
import { DigestEmail, type DigestProps, digestSubject } from './digest.email.tsx';
import {
  DoubleOptInEmail,
  type DoubleOptInProps,
  doubleOptInSubject,
} from './double-opt-in.email.tsx';
import { HeldEmail, type HeldProps, heldSubject } from './held.email.tsx';
import { InvitationEmail, type InvitationProps, invitationSubject } from './invitation.email.tsx';
import { SignInEmail, type SignInProps, signInSubject } from './sign-in.email.tsx';
import type { Picture } from '../mime/compose-mail.ts';
import { WarningEmail, type WarningProps, warningSubject } from './warning.email.tsx';
import {
  WebhookDisabledEmail,
  type WebhookDisabledProps,
  webhookDisabledSubject,
} from './webhook-disabled.email.tsx';
import {
  WeeklyReportEmail,
  weeklyReportPictures,
  type WeeklyReportProps,
  weeklyReportSubject,
} from './weekly-report.email.tsx';

/** Every mail that Adieu itself sends. */
export type SystemMail =
  | ({ readonly template: 'double-opt-in' } & DoubleOptInProps)
  | ({ readonly template: 'decision' } & DecisionProps)
  | ({ readonly template: 'data-link' } & DataLinkProps)
  | ({ readonly template: 'sign-in' } & SignInProps)
  | ({ readonly template: 'invitation' } & InvitationProps)
  | ({ readonly template: 'digest' } & DigestProps)
  | ({ readonly template: 'held' } & HeldProps)
  | ({ readonly template: 'warning' } & WarningProps)
  | ({ readonly template: 'webhook-disabled' } & WebhookDisabledProps)
  | ({ readonly template: 'weekly-report' } & WeeklyReportProps);

export type RenderedSystemMail = RenderedMessage & {
  /** What the HTML shows by `cid:`; none in most. */
  readonly pictures: readonly Picture[];
};

/** Renders subject, HTML, text and pictures of one of our own mails. */
export async function renderSystemMail(mail: SystemMail): Promise<RenderedSystemMail> {
  const [subject, body] = parts(mail);
  const html = await render(body);
  const pictures = mail.template === 'weekly-report' ? weeklyReportPictures(mail) : [];
  return { subject: subject.replace(/\s+/g, ' ').trim(), html, text: toPlainText(html), pictures };
}

function parts(mail: SystemMail): [subject: string, body: ReactElement] {
  switch (mail.template) {
    case 'double-opt-in':
      return [doubleOptInSubject(mail), <DoubleOptInEmail key="mail" {...mail} />];
    case 'decision':
      return [decisionSubject(mail), <DecisionEmail key="mail" {...mail} />];
    case 'data-link':
      return [dataLinkSubject(mail), <DataLinkEmail key="mail" {...mail} />];
    case 'sign-in':
      return [signInSubject(mail), <SignInEmail key="mail" {...mail} />];
    case 'invitation':
      return [invitationSubject(mail), <InvitationEmail key="mail" {...mail} />];
    case 'digest':
      return [digestSubject(mail), <DigestEmail key="mail" {...mail} />];
    case 'held':
      return [heldSubject(mail), <HeldEmail key="mail" {...mail} />];
    case 'warning':
      return [warningSubject(mail), <WarningEmail key="mail" {...mail} />];
    case 'webhook-disabled':
      return [webhookDisabledSubject(mail), <WebhookDisabledEmail key="mail" {...mail} />];
    case 'weekly-report':
      return [weeklyReportSubject(mail), <WeeklyReportEmail key="mail" {...mail} />];
  }
}
