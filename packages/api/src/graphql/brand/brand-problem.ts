import { type BrandRefusal, LOGO_SIDES, type LogoRefusal, MOST_LOGO_BYTES } from '@adieu/domain';
import { InvalidInput, NotFound } from '../shared/problems.ts';
import { ContrastTooLow } from './contrast-too-low.type.ts';

const UNUSABLE: Readonly<Record<LogoRefusal, string>> = {
  empty: 'The picture is empty.',
  'too-large': `At most ${MOST_LOGO_BYTES} bytes.`,
  'unknown-type': 'Use a whole PNG, JPEG or WebP. SVG can carry scripts, so it is not taken.',
  animated: 'A logo must not move.',
  'size-out-of-range': `${LOGO_SIDES.least} to ${LOGO_SIDES.most} pixels a side, at most 10 times wider than high and twice as high as wide.`,
};

const WRONG: Readonly<Record<string, string>> = {
  empty: 'Leave it out instead.',
  'too-long': 'It is too long.',
  'not-plain':
    'Use plain text: no control characters, no marks that turn its direction or pile up.',
  'too-many-lines': 'It has too many lines.',
  'not-a-colour': 'Write colours as #rrggbb.',
  'scheme-inverted': 'Dark words on light belong to `light`, light words on dark to `dark`.',
  'not-https': 'Use an https address of at most 500 characters, without user or password.',
};

type Refused =
  | BrandRefusal
  | { readonly refused: LogoRefusal; readonly field: 'logo.content' }
  | { readonly refused: 'no-such-logo' | 'not-found' };

/** What a refusal of a brand says to whoever sent it. */
export function brandProblem(refusal: Refused): NotFound | InvalidInput | ContrastTooLow {
  if ('failures' in refusal) return new ContrastTooLow(refusal.failures);
  if (!('field' in refusal))
    return refusal.refused === 'not-found'
      ? new NotFound('account', 'accountId')
      : new NotFound('logo of this account', 'logo.id');
  if (refusal.refused === 'guilt-tripping')
    return new InvalidInput(
      refusal.field,
      `Leave out “${refusal.word}”: nobody is made to feel bad for leaving.`,
      'GUILT_TRIPPING',
    );
  if (refusal.field === 'logo.content')
    return new InvalidInput(
      refusal.field,
      UNUSABLE[refusal.refused as LogoRefusal],
      'UNUSABLE_IMAGE',
    );
  return new InvalidInput(refusal.field, WRONG[refusal.refused] ?? 'It can not be used.');
}
