import type { Language } from '@adieu/domain';
import { LOCALES } from './locales.ts';

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const made = formatters.get(key) ?? new Intl.NumberFormat(LOCALES[language], options);
  formatters.set(key, made);
  return made;
}

/** `12000` in German: `12.000` */
export function formatNumber(language: Language, value: number): string {
  return formatter(language, {}).format(value);
}

/** `0.0123` in German: `1,23 %` */
export function formatRate(language: Language, rate: number): string {
  return formatter(language, { style: 'percent', maximumFractionDigits: 2 }).format(rate);
}

/** A span of time in its largest fitting unit: 5_400 is `1.5 hours`. What takes less than a second counts as one. */
export function formatSpan(language: Language, seconds: number): string {
  const [unit, size] =
    seconds >= 86_400
      ? (['day', 86_400] as const)
      : seconds >= 3_600
        ? (['hour', 3_600] as const)
        : seconds >= 60
          ? (['minute', 60] as const)
          : (['second', 1] as const);
  const options = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 } as const;
  return formatter(language, options).format(Math.max(seconds, 1) / size);
}
