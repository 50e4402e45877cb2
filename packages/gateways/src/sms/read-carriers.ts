/** Which of the gateways, by its place among them, carries a sender: who names it, else who carries all; null where nobody does. */
export function readCarriers(
  settings: readonly { readonly senders: readonly string[] }[],
): (sender: string) => number | null {
  const carriers = new Map(
    settings.flatMap(({ senders }, i) => senders.map((sender) => [keyOf(sender), i])),
  );
  return (sender) => carriers.get(keyOf(sender)) ?? carriers.get('*') ?? null;
}

/** Names are told apart by their letters alone, as telephones show them. */
function keyOf(sender: string): string {
  return sender.trim().toLowerCase();
}
