import { render, toPlainText } from '@react-email/render';
import type { RenderedMessage } from '../campaign/render-message.ts';
import { DecisionEmail, type DecisionProps, decisionSubject } from './decision.email.tsx';
import {
  DoubleOptInEmail,
  type DoubleOptInProps,
  doubleOptInSubject,
} from './double-opt-in.email.tsx';

/** Every mail that Adieu itself sends. */
export type SystemMail =
  | ({ readonly template: 'double-opt-in' } & DoubleOptInProps)
  | ({ readonly template: 'decision' } & DecisionProps);

/** Renders subject, HTML and text of one of our own mails. */
export async function renderSystemMail(mail: SystemMail): Promise<RenderedMessage> {
  const [subject, body] =
    mail.template === 'double-opt-in'
      ? [doubleOptInSubject(mail), <DoubleOptInEmail key="mail" {...mail} />]
      : [decisionSubject(mail), <DecisionEmail key="mail" {...mail} />];
  const html = await render(body);
  return { subject: subject.replace(/\s+/g, ' ').trim(), html, text: toPlainText(html) };
}
