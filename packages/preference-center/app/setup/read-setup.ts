import { BEGINNING_REFUSALS, type BeginningField } from '@adieu/domain';

/** The fields of the form, in their order. */
const SETUP_FIELDS = Object.keys(BEGINNING_REFUSALS) as readonly BeginningField[];
const BOXES = ['key', 'adminKey'] as const;

export type SetupPost = Readonly<Record<BeginningField, string>> &
  Readonly<Record<(typeof BOXES)[number], boolean>>;

/** What was posted: a field that is missing is empty. */
export function readSetup(form: URLSearchParams): SetupPost {
  const fields = SETUP_FIELDS.map((field) => [field, form.get(field)?.trim() ?? '']);
  const boxes = BOXES.map((box) => [box, form.get(box) === 'on']);
  return Object.fromEntries([...fields, ...boxes]) as SetupPost;
}

/** What is empty is not said: the API takes what is usual. */
export function inputOf({ key, adminKey, ...fields }: SetupPost) {
  const { organisation, senderAddress, memberName, memberAddress, ...others } = fields;
  const given = Object.entries(others).filter(([, text]) => text !== '');
  const needed = { organisation, senderAddress, memberName, memberAddress };
  return { ...needed, ...Object.fromEntries(given), key, adminKey };
}

/** The fields that are wrong, of those that an API names. */
export function wrongOf(fields: readonly string[]): readonly BeginningField[] {
  return SETUP_FIELDS.filter((field) => fields.includes(field));
}
