import { operationOf, type RootField } from '@adieu/testkit/graphql';
import type { Answer, House } from '../house.ts';

/** Asks for a field with these arguments, as whoever holds the key. */
export function askField(
  house: House,
  asked: RootField,
  variables: object,
  key: string | null,
): Promise<Answer<Record<string, unknown> | null>> {
  return house.ask(operationOf(asked), variables, key);
}

/** Whether an answer says that the caller may not. */
export function isForbidden(
  { data, errors }: Answer<Record<string, unknown> | null>,
  name: string,
): boolean {
  const answered = data?.[name] as { __typename?: string } | null | undefined;
  return (
    errors?.some(({ extensions }) => extensions?.['code'] === 'FORBIDDEN') === true ||
    answered?.__typename === 'Forbidden'
  );
}
