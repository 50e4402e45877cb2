import { type Random, randomOf, shuffled } from '../random.ts';
import { type Setting, SMS_EXCLUSIVE } from '../setting.ts';

/**
 * What somebody does with the first SMS that comes. stop: answers STOPP. misspell: with something like it. swear: in anger,
 * with a wish in it. comeback: STOPP, and START and JA later. thank: a friendly word. forward: passes it on, and the friend
 * answers STOPP. noSignal: has none, so that nothing arrives. silent: nothing.
 */
export const SMS_KINDS = [...SMS_EXCLUSIVE, 'silent'] as const;
export type SmsKind = (typeof SMS_KINDS)[number];

export interface SmsPerson {
  readonly address: string;
  /** To whom an SMS is passed on; nobody here ever writes to them. */
  readonly friend: string;
  readonly kind: SmsKind;
  /** How long after its arrival something is done, in simulated days. */
  readonly afterDays: number;
  /** What is answered. */
  readonly words: string;
}

const WORDS: Readonly<Record<SmsKind, readonly string[]>> = {
  stop: ['STOPP', 'Stop', 'avsluta', 'stopp.'],
  misspell: ['stopp!!', 's t o p p', 'STOP tack', 'Stoppa', 'STOPP STOPP'],
  swear: [
    'Sluta skicka mig sms för helvete!',
    'Fan vad ni tjatar, jag vill inte ha er skit',
    'Dra åt helvete, jag vill inte ha fler sms',
  ],
  comeback: ['STOPP'],
  thank: ['Tack!', 'Ok, vi ses på lördag', 'Jävla regn, men vi kommer ändå'],
  forward: ['STOPP'],
  noSignal: [''],
  silent: [''],
};
/** Longer than this many times the mean nobody waits. */
const LONGEST = 3;

/** Who is who among those who get SMS: the same people for the same setting and seed. */
export function drawSmsPeople({
  sms,
  population: { reactAfterDays },
  seed,
}: Pick<Setting, 'sms' | 'population' | 'seed'>): readonly SmsPerson[] {
  if (sms === undefined) return [];
  const random = randomOf(seed + 1);
  return kindsOf(sms, random).map((kind, i) => ({
    address: `+46731${String(i).padStart(6, '0')}`,
    friend: `+46732${String(i).padStart(6, '0')}`,
    kind,
    afterDays: Math.min(-Math.log(1 - random()), LONGEST) * reactAfterDays,
    words: WORDS[kind][Math.floor(random() * WORDS[kind].length)]!,
  }));
}

function kindsOf({ size, shares }: NonNullable<Setting['sms']>, random: Random): SmsKind[] {
  const drawn: SmsKind[] = [];
  for (const kind of SMS_EXCLUSIVE) {
    const wanted = Math.min(Math.round(size * shares[kind]), size - drawn.length);
    drawn.push(...Array.from({ length: wanted }, () => kind));
  }
  drawn.push(...Array.from({ length: size - drawn.length }, () => 'silent' as const));
  return shuffled(drawn, random);
}
