import { BEGINNING_REFUSALS, type BeginningField } from '@adieu/domain';

/** The fields of the form, in their order. */
export const SETUP_FIELDS = Object.keys(BEGINNING_REFUSALS) as readonly BeginningField[];

export type SetupPost = Readonly<Record<BeginningField, string>> & { readonly key: boolean };

/** What was posted: a field that is missing is empty. */
export function readSetup(form: URLSearchParams): SetupPost {
  const fields = SETUP_FIELDS.map((field) => [field, form.get(field)?.trim() ?? '']);
  return {
    ...(Object.fromEntries(fields) as Record<BeginningField, string>),
    key: form.get('key') === 'on',
  };
}

/** What is empty is not said: the API takes what is usual. */
export function inputOf({ key, ...fields }: SetupPost) {
  const { organisation, senderAddress, memberName, memberAddress, ...others } = fields;
  const given = Object.entries(others).filter(([, text]) => text !== '');
  const needed = { organisation, senderAddress, memberName, memberAddress };
  return { ...needed, ...Object.fromEntries(given), key };
}
