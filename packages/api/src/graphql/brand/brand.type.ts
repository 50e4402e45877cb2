import type { BrandLogo, StoredBrand } from '@adieu/db';
import {
  type BrandTexts,
  type Imprint,
  type Language,
  LANGUAGES,
  type Palette,
} from '@adieu/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('Palette', {
  description: 'Colours as #rrggbb; whatever else the pages need follows from them.',
})
export class PaletteType implements Palette {
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

@ObjectType('BrandLogo', {
  description: 'A picture, served by the preference center at /logo/<id>; that never changes.',
})
export class BrandLogoType {
  private readonly logo: BrandLogo;

  @Field(() => String, { description: 'Empty where the name beside it says enough.' })
  readonly alt: string;

  constructor(logo: BrandLogo, alt: string) {
    this.logo = logo;
    this.alt = alt;
  }

  @Field(() => ID, { description: 'SHA-256 of its bytes, hex.' })
  id(): string {
    return this.logo.sha256;
  }

  @Field(() => String)
  mediaType(): string {
    return this.logo.mediaType;
  }

  @Field(() => Int, { description: 'Pixels.' })
  width(): number {
    return this.logo.width;
  }

  @Field(() => Int, { description: 'Pixels.' })
  height(): number {
    return this.logo.height;
  }
}

@ObjectType('Imprint', { description: 'Who answers for the messages.' })
export class ImprintType implements Imprint {
  @Field(() => String, { nullable: true })
  readonly postalAddress!: string | null;

  @Field(() => String, { nullable: true, description: 'A telephone number or an address.' })
  readonly contact!: string | null;

  @Field(() => String, { nullable: true })
  readonly imprintUrl!: string | null;

  @Field(() => String, { nullable: true })
  readonly privacyUrl!: string | null;
}

@ObjectType('BrandTexts', { description: 'The account’s own words in one language, plain text.' })
export class BrandTextsType implements BrandTexts {
  @Field(() => String)
  readonly language!: Language;

  @Field(() => String, { nullable: true, description: 'Below the first button.' })
  readonly intro!: string | null;

  @Field(() => String, { nullable: true, description: 'Once they have left.' })
  readonly farewell!: string | null;
}

@ObjectType('Brand', {
  description: 'How an account’s pages look. What is null is Adieu’s.',
})
export class BrandType {
  readonly row: StoredBrand;

  constructor(row: StoredBrand) {
    this.row = row;
  }

  @Field(() => Int, { description: 'Counts up with each change.' })
  version(): number {
    return this.row.version;
  }

  @Field(() => String, { nullable: true, description: 'Null = the account’s name.' })
  displayName(): string | null {
    return this.row.displayName;
  }

  @Field(() => PaletteType, { nullable: true })
  light(): Palette | null {
    return this.row.light;
  }

  @Field(() => PaletteType, { nullable: true })
  dark(): Palette | null {
    return this.row.dark;
  }

  @Field(() => BrandLogoType, { nullable: true })
  logo(): BrandLogoType | null {
    const { logo, logoAlt } = this.row;
    return logo && new BrandLogoType(logo, logoAlt ?? '');
  }

  @Field(() => ImprintType)
  imprint(): Imprint {
    return this.row.imprint;
  }

  @Field(() => [BrandTextsType])
  texts(): BrandTextsType[] {
    return LANGUAGES.flatMap((language) => {
      const texts = this.row.texts[language];
      return texts ? [{ language, ...texts }] : [];
    });
  }

  @Field(() => Date)
  setAt(): Date {
    return this.row.createdAt;
  }
}

@ObjectType('BrandImage', { description: 'A logo’s bytes.' })
export class BrandImageType {
  @Field(() => String)
  readonly mediaType!: string;

  @Field(() => String, { description: 'As base64; at most 50,000 bytes.' })
  readonly content!: string;
}
