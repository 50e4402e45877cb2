import type { CampaignProblem } from '@adieu/templates';
import { Field, Int, ObjectType } from 'type-graphql';
import { Problem } from '../shared/problems.ts';

@ObjectType('CampaignTextProblem')
export class CampaignTextProblem {
  @Field(() => String)
  readonly language!: string;

  @Field(() => String, { description: 'subject, mjml, html, text or partials' })
  readonly part!: string;

  @Field(() => Int, {
    nullable: true,
    description: '1 = the first line; null where it concerns all of it.',
  })
  readonly line!: number | null;

  @Field(() => String)
  readonly message!: string;
}

@ObjectType('CampaignTextRefused', {
  implements: Problem,
  description: 'The text can not be sent as it is: everything that is wrong with it.',
})
export class CampaignTextRefused extends Problem {
  @Field(() => [CampaignTextProblem])
  readonly problems: readonly CampaignTextProblem[];

  constructor(problems: readonly CampaignProblem[]) {
    const first = problems[0];
    const where =
      first === undefined
        ? ''
        : [first.language, first.part, first.line && `line ${first.line}`]
            .filter(Boolean)
            .join(', ');
    super('CAMPAIGN_TEXT', `${where}: ${first?.message ?? ''}`, first?.part ?? 'mjml');
    this.problems = problems;
  }
}
