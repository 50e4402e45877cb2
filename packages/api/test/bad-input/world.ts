import { getNamedType, type GraphQLInputObjectType } from 'graphql';
import { accessOf, type Area, OPERATOR } from '../../src/graphql/access/area.ts';
import { ACCESS } from '../../src/graphql/areas.ts';
import { toId } from '../../src/graphql/shared/ids.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import type { Answer, House } from '../house.ts';

/** The api of the file that runs: one for all its cases. */
export let house: House;
export function enter(opened: House): void {
  house = opened;
}

let turn = 0;
/** Another number each time. */
export const next = (): number => (turn += 1);
/** Another address each time. */
export const fresh = (): string => `bad-input-${next()}@example.test`;
export const freshNumber = (): string => `+4670174${String(next()).padStart(4, '0')}`;
export const book = (id: string): { kind: string; id: string } => ({
  kind: 'BOOK',
  id: toId('book', id),
});

const schema = await createSchema();
/** The mutations of areas, but checkCampaign, which takes an id alone and changes nothing: campaigns.test.ts. */
export const mutationsOf = (areas: readonly Area[]): string[] => {
  const own = accessOf(areas).Mutation;
  return Object.values(schema.getMutationType()!.getFields())
    .filter(({ name, args }) => own[name] !== undefined && args.some((arg) => arg.name === 'input'))
    .map(({ name }) => name);
};

export function inputType(name: string): GraphQLInputObjectType {
  const field = schema.getMutationType()!.getFields()[name]!;
  const arg = field.args.find((each) => each.name === 'input');
  return getNamedType(arg!.type) as GraphQLInputObjectType;
}

export async function ask(
  name: string,
  input: object,
  key?: string | null,
): Promise<Answer<Record<string, Record<string, unknown>>>> {
  const items =
    {
      decideOptOutRequests:
        '... on Decided { items { problem { __typename code message field } request { state } } }',
      extendOptOutRequests:
        '... on Extended { items { problem { __typename code message field } } }',
      openRequestsFromMachineSignals:
        '... on RequestsOpened { items { problem { __typename code message field } } }',
      recordConsents:
        '... on ConsentsRecorded { items { problem { __typename code message field } } }',
    }[name] ?? '';
  return house.ask(
    `mutation ($input: ${inputType(name).name}!) { ${name}(input: $input) { __typename ... on Problem { code message field } ${items} } }`,
    { input },
    key === undefined && ACCESS.Mutation[name] === OPERATOR ? house.org.operatorKey : key,
  );
}
