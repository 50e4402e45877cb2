import type { CompiledSmsText } from '@adieu/domain';
import { type FilledSms, filledSms, missingOf, openSms, type SmsValues } from './fill-sms.ts';

/** One of many, or why Liquid could not fill it. */
export type FilledOne = FilledSms | { readonly failed: string };

export interface ManySms {
  readonly text: CompiledSmsText;
  readonly readers: readonly SmsValues[];
  readonly addsWayOut: boolean;
}

/** One text for each of its readers, to count: a field that a reader has not is its name in brackets. */
export function fillManySms({ text, readers, addsWayOut }: ManySms): FilledOne[] {
  const open = openSms(text);
  return readers.map((values) => {
    try {
      return filledSms(open, { ...values, fields: withStandIns(open, values.fields) }, addsWayOut);
    } catch (error) {
      return { failed: error instanceof Error ? error.message : String(error) };
    }
  });
}

/** The fields of a reader, and for each that is missing its name in brackets. */
export function withStandIns(
  open: Parameters<typeof missingOf>[0],
  fields: SmsValues['fields'],
): SmsValues['fields'] {
  const missing = missingOf(open, fields).map((field) => [field, `[${field}]`]);
  return { ...fields, ...Object.fromEntries(missing) };
}
