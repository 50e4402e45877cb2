import {
  codeOf,
  type CodeOf,
  Conflict,
  InvalidInput,
  PolicyRefused,
  type Problem,
  type ProblemCode,
} from './problems.ts';

type Kind = 'invalid' | 'conflict' | 'policy';
type Messages<Refusal extends string> = {
  readonly [Each in Refusal]: CodeOf<Each> extends ProblemCode ? string : never;
};

const PROBLEM_OF: Readonly<
  Record<Kind, (code: ProblemCode, message: string, field: string) => Problem>
> = {
  invalid: (code, message, field) => new InvalidInput(field, message, code),
  conflict: (code, message, field) => new Conflict(code, message, field),
  policy: (code, message, field) => new PolicyRefused(code, message, field),
};

/** What a mutation answers to each refusal of the domain, in its words: of which kind it is, and about which field. */
export function problemTable<Refusal extends string>(
  messages: Messages<Refusal>,
  kinds: Readonly<Record<Refusal, readonly [Kind, field: string]>>,
): (refusal: Refusal) => Problem {
  return (refusal) => {
    const [kind, field] = kinds[refusal];
    return PROBLEM_OF[kind](codeOf(refusal) as ProblemCode, messages[refusal], field);
  };
}
