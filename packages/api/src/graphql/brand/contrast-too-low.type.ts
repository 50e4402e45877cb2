import { type ContrastFailure, PALETTE_COLOURS, SCHEMES } from '@adieu/domain';
import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Problem } from '../shared/problems.ts';

/** GraphQL's enums are written large; the values are the domain's: `onAccent` is ON_ACCENT. */
const enumOf = (words: readonly string[]): Record<string, string> =>
  Object.fromEntries(words.map((word) => [word.replaceAll(/[A-Z]/g, '_$&').toUpperCase(), word]));
const ColourSchemeEnum = enumOf(SCHEMES);
registerEnumType(ColourSchemeEnum, { name: 'ColourScheme' });
const PaletteColourEnum = enumOf(PALETTE_COLOURS);
registerEnumType(PaletteColourEnum, { name: 'PaletteColour' });

@ObjectType('ContrastFailure', { description: 'Two colours that do not stand out enough.' })
export class ContrastFailureType implements ContrastFailure {
  @Field(() => ColourSchemeEnum)
  readonly scheme!: ContrastFailure['scheme'];

  @Field(() => PaletteColourEnum)
  readonly front!: ContrastFailure['front'];

  @Field(() => PaletteColourEnum)
  readonly behind!: ContrastFailure['behind'];

  @Field(() => Float, { description: 'Measured, 1 to 21.' })
  readonly ratio!: number;

  @Field(() => Float, { description: '4.5 for words, 3 for the edge of a button (WCAG 2.2 AA).' })
  readonly needed!: number;

  @Field(() => String, { description: 'The nearest colour for `front` that would do.' })
  readonly suggested!: string;
}

@ObjectType('ContrastTooLow', {
  implements: Problem,
  description: 'The way out would be hard to see: every pair of colours that is too faint.',
})
export class ContrastTooLow extends Problem {
  @Field(() => [ContrastFailureType])
  readonly failures: readonly ContrastFailureType[];

  constructor(failures: readonly ContrastFailure[]) {
    const words = failures.map(
      ({ scheme, front, behind, ratio, needed, suggested }) =>
        `${scheme}: ${front} on ${behind} is ${ratio}:1 and needs ${needed}:1, as with ${suggested}`,
    );
    super('CONTRAST_TOO_LOW', `${words.join('; ')}.`, failures[0]?.scheme ?? null);
    this.failures = failures;
  }
}
