/** Whether an input says anything besides the id of what is to change and its idempotency key. */
export function namesChange(input: { readonly id: string }): boolean {
  const { id: _, idempotencyKey: __, ...change } = input as Record<string, unknown>;
  return Object.values(change).some((given) => given !== undefined);
}
