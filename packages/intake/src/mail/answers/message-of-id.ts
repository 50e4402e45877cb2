const OURS = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})@(.+)$/i;

/**
 * The mail of a campaign that an answer names: its Message-ID is made of its own id, before it is handed over, so that an answer which
 * comes at once is known as well. The first of ours, as In-Reply-To stands first; null where there is none.
 */
export function messageOfIds(ids: readonly string[], mailDomain: string): string | null {
  for (const id of ids) {
    const [, message, domain] = OURS.exec(id) ?? [];
    if (domain?.toLowerCase() === mailDomain) return message!.toLowerCase();
  }
  return null;
}
