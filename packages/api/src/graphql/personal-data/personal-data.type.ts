import type { DataLink, PersonalData } from '@adieu/db';
import { maskAddress } from '@adieu/domain';
import { Ctx, Field, Int, ObjectType } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { documentOf } from './document.ts';

@ObjectType('PersonalData', {
  description: 'All that is kept of one address (GDPR Art. 15, 20).',
})
export class PersonalDataType {
  readonly link: DataLink & { readonly address: string };
  private readonly data: PersonalData;

  @Field(() => Boolean, {
    description:
      'Whether they left anything: then an erasure stops all marketing. False: a list that names them anew may be written to after an erasure, unless all marketing is left with it.',
  })
  readonly leftSomething: boolean;

  constructor(
    link: DataLink & { readonly address: string },
    data: PersonalData,
    leftSomething: boolean,
  ) {
    this.link = link;
    this.data = data;
    this.leftSomething = leftSomething;
  }

  @Field(() => String)
  organisationName(): string {
    return this.link.organisationName;
  }

  @Field(() => String)
  accountName(): string {
    return this.link.accountName;
  }

  @Field(() => String)
  maskedAddress(): string {
    return maskAddress(this.link.address);
  }

  @Field(() => String)
  language(): string {
    return this.link.language;
  }

  @Field(() => Date, { description: 'When the link ends.' })
  expiresAt(): Date {
    return this.link.expiresAt;
  }

  @Field(() => Int, { description: 'Address books that hold the address.' })
  addressBooks(): number {
    return this.data.contacts.length;
  }

  @Field(() => Int, { description: 'Messages that were sent or stopped.' })
  messages(): number {
    return this.data.messages.length;
  }

  @Field(() => Int, { description: 'Wishes to stop.' })
  requests(): number {
    return this.data.requests.length;
  }

  @Field(() => Int, { description: 'Proofs of consent.' })
  consents(): number {
    return this.data.consents.length;
  }

  @Field(() => String, { description: 'The whole of it as a JSON document.' })
  json(@Ctx() ctx: Context): Promise<string> {
    return documentOf(ctx, this.data);
  }
}
