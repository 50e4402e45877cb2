import type { WordAct } from '@adieu/domain';

/** What is known of an answer beside its words. */
export interface AnswerFacts {
  /** What its words ask for. */
  readonly act: WordAct;
  /** Whether its From is the address that the mail went to. */
  readonly isOfRecipient: boolean;
  /** Whether it came to the address that stands in that mail's Reply-To, which nobody can guess. */
  readonly isByToken: boolean;
  /** Whether DKIM, SPF or a mail server of ours says that its From is right. */
  readonly isVouchedFor: boolean;
}

/** `PASS_ON`: it asks for nothing that we do. */
export type AnswerVerdict = 'CLEAR' | 'UNCLEAR' | 'START' | 'PASS_ON';

interface Rule extends Partial<AnswerFacts> {
  readonly verdict: AnswerVerdict;
}

/**
 * The first row that fits decides. The token stands in every copy of a mail, also in one that was forwarded, so that it does not
 * say who answers; From says that, and may be forged. Both together are as good as the link of the mail: whoever has its text has
 * that link, too. Where they differ it may be a colleague, or they themselves by another mailbox: somebody has to look.
 */
export const ANSWER_RULES: readonly Rule[] = [
  { act: 'OPT_OUT', isOfRecipient: true, isByToken: true, verdict: 'CLEAR' },
  { act: 'OPT_OUT', isOfRecipient: true, isVouchedFor: true, verdict: 'CLEAR' },
  { act: 'OPT_OUT', verdict: 'UNCLEAR' },
  { act: 'UNCLEAR_OPT_OUT', verdict: 'UNCLEAR' },
  // It asks whom the mail went to: nobody else makes us write to them.
  { act: 'OPT_IN', isOfRecipient: true, verdict: 'START' },
];

export function judgeAnswer(facts: AnswerFacts): AnswerVerdict {
  return (
    ANSWER_RULES.find((rule) => FACTS.every((fact) => fits(rule[fact], facts[fact])))?.verdict ??
    'PASS_ON'
  );
}

const FACTS = ['act', 'isOfRecipient', 'isByToken', 'isVouchedFor'] as const;

function fits<Value>(wanted: Value | undefined, is: Value): boolean {
  return wanted === undefined || wanted === is;
}
