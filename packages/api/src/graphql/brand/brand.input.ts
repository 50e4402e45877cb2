import { LOGO_SIDES, LONGEST_BRAND_TEXT, MOST_LOGO_BYTES, type Palette } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { IdempotentInput } from '../shared/idempotent.input.ts';

@InputType({ description: 'Colours as #rrggbb. Light text on dark is for `dark` alone.' })
export class PaletteInput implements Palette {
  @Field(() => String, { description: 'Behind everything.' })
  readonly ground!: string;

  @Field(() => String, { description: 'Behind what is to be read and pressed.' })
  readonly surface!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => String, { description: 'The first button, marks and edges.' })
  readonly accent!: string;

  @Field(() => String, { description: 'Words on the first button.' })
  readonly onAccent!: string;
}

@InputType({ description: 'Either a new picture or one that this account uploaded before.' })
export class BrandLogoInput {
  @Field(() => String, {
    nullable: true,
    description: `A PNG, JPEG or WebP that does not move, as base64: at most ${MOST_LOGO_BYTES} bytes, ${LOGO_SIDES.least} to ${LOGO_SIDES.most} pixels.`,
  })
  readonly content?: string | null;

  @Field(() => ID, { nullable: true, description: '`BrandLogo.id`.' })
  readonly id?: string | null;

  @Field(() => String, {
    description: 'What it shows; empty where the name beside it says enough.',
  })
  readonly alt!: string;
}

@InputType()
export class ImprintInput {
  @Field(() => String, { nullable: true, description: 'At most 6 lines.' })
  readonly postalAddress?: string | null;

  @Field(() => String, { nullable: true, description: 'A telephone number or an address.' })
  readonly contact?: string | null;

  @Field(() => String, { nullable: true, description: 'https' })
  readonly imprintUrl?: string | null;

  @Field(() => String, { nullable: true, description: 'https' })
  readonly privacyUrl?: string | null;
}

@InputType({ description: 'Plain text, in one paragraph each.' })
export class BrandTextsInput {
  @Field(() => String, { description: 'sv, cs, de, da or en.' })
  readonly language!: string;

  @Field(() => String, {
    nullable: true,
    description: `Below the first button; at most ${LONGEST_BRAND_TEXT.intro} characters.`,
  })
  readonly intro?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `Once they have left; at most ${LONGEST_BRAND_TEXT.farewell} characters.`,
  })
  readonly farewell?: string | null;
}

@InputType({ description: 'The whole brand: what is left out is Adieu’s from then on.' })
export class SetAccountBrandInput extends IdempotentInput {
  @Field(() => ID)
  readonly accountId!: string;

  @Field(() => String, { nullable: true })
  readonly displayName?: string | null;

  @Field(() => PaletteInput, { nullable: true })
  readonly light?: PaletteInput | null;

  @Field(() => PaletteInput, { nullable: true })
  readonly dark?: PaletteInput | null;

  @Field(() => BrandLogoInput, { nullable: true })
  readonly logo?: BrandLogoInput | null;

  @Field(() => ImprintInput, { nullable: true })
  readonly imprint?: ImprintInput | null;

  @Field(() => [BrandTextsInput], { nullable: true, description: 'Each language once.' })
  readonly texts?: BrandTextsInput[] | null;
}
