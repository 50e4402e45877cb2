import type { ListFormat } from '@adieu/domain';
import type { ListOverrule } from '@adieu/intake';
import { Field, InputType } from 'type-graphql';
import { ListFormatEnum } from './list-enums.ts';

@InputType({ description: 'What is known better of a file than a look at it would tell.' })
export class ListReadAsInput {
  @Field(() => ListFormatEnum, { nullable: true })
  readonly format?: ListFormat | null;

  @Field(() => String, { nullable: true, description: 'Of a text, like `windows-1250`.' })
  readonly encoding?: string | null;

  @Field(() => String, { nullable: true, description: 'Of CSV: one sign.' })
  readonly separator?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of a workbook’s sheet.' })
  readonly sheet?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of JSON and XML: where the rows are, like `data.contacts`.',
  })
  readonly path?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the first row names the columns.' })
  readonly header?: boolean | null;
}

/** What is not said is looked for. */
export function overruleOf(input: ListReadAsInput | null | undefined): ListOverrule {
  return Object.fromEntries(
    Object.entries(input ?? {}).filter(([, value]) => value !== null && value !== undefined),
  );
}
