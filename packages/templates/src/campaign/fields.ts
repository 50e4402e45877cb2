/** What a contact's fields say, by names that an author writes: also `__proto__` or `constructor` is but a name. */
export type Fields = Readonly<Record<string, string>>;

/** Whether the contact has something to say there. */
export function hasField(fields: Fields, name: string): boolean {
  return Object.hasOwn(fields, name) && isGiven(fields[name]);
}

export function isGiven(value: string | undefined): boolean {
  return value !== undefined && value !== null && value.trim() !== '';
}
