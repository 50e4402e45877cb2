import { doJobs } from '@adieu/apart';
import { compileVariant } from '../campaign/compile-variant.ts';
import { fillManySms } from '../sms/fill-many.ts';
import { fillSms, openSms } from '../sms/fill-sms.ts';
import { compileSmsText } from '../sms/sms-text.ts';
import { lookOver } from '../check/look-over.ts';
import { fillKept, previewKept } from './fill-kept.ts';
import type { Jobs } from './jobs.ts';

doJobs<Jobs>({
  async compile({ source, language, look }) {
    const variant = await compileVariant(source, language);
    return Array.isArray(variant) ? variant : lookOver(variant, look);
  },
  preview: ({ mail, values }) => previewKept(mail, values),
  fill: ({ mail, values }) => fillKept(mail, values),
  compileSms: ({ language, body }) => compileSmsText(language, body),
  fillSms: ({ text, values, addsWayOut }) => fillSms(openSms(text), values, addsWayOut),
  fillManySms,
});
