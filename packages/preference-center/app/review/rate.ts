import type { Language } from '@adieu/domain';

/** 0 where nothing was sent. */
export function rateOf(count: number, sent: number): number {
  return sent === 0 ? 0 : count / sent;
}

/** `0.0123` in German: `1,23 %` */
export function formatRate(language: Language, rate: number): string {
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 });
  return format.format(rate);
}
