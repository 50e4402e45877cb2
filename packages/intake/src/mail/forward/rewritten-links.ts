const LONGEST = 4_000;
const LINK = new RegExp(String.raw`https?:\/\/[^\s<>"'\`]{1,${LONGEST}}`, 'gi');

/** Gateways whose links say nothing of where they lead, unless beside them (`domain=`). */
const OPAQUE =
  /^https?:\/\/[\w.-]*\b(?:mimecast\.com\/s\/|mimecastprotect\.com\/s\/|ct\.sendgrid\.net\/)/i;

/**
 * Takes out links that a mail gateway made of one of ours on its way (Safe Links, URL Defense, Secure-Web, Mimecast …): whoever opens such a
 * link comes to the reader's own way out. Most hold our name, plain, encoded or in base64; of those that hold no name known ones are taken out.
 */
export function createTakeRewritten(hostname: string, instead: string): (text: string) => string {
  const name = hostname.toLowerCase();
  const leads = (link: string): boolean => {
    const said = plain(link);
    if (ownHost(said) === name) return false;
    return (
      holds(said, name) ||
      (OPAQUE.test(link) && !/[?&]domain=/i.test(link)) ||
      holdsCoded(link, name)
    );
  };
  return (text) => text.replace(LINK, (link) => (leads(link) ? instead : link));
}

function ownHost(link: string): string {
  return /^https?:\/\/([^/?#:]*)/.exec(link)?.[1] ?? '';
}

/** As a whole name, and no part of another. */
function holds(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!/[\w.-]/.test(text[at - 1] ?? ' ') && !/[\w-]/.test(text[at + name.length] ?? ' '))
      return true;
  return false;
}

/** Percent-encoded once or twice, or with - for % and _ for / (URL Defense 2). */
function plain(link: string): string {
  let said = link;
  for (let times = 0; times < 2; times += 1)
    said = said.replaceAll(/%([0-7][\da-f])/gi, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return said
    .replaceAll(/-(3a|2e|2f)/gi, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replaceAll('__', '//')
    .toLowerCase();
}

const CODED = /[\w+/-]{16,}/g;

function holdsCoded(link: string, name: string): boolean {
  return (link.match(CODED) ?? []).some((piece) =>
    [0, 1, 2, 3].some((from) =>
      Buffer.from(piece.slice(from), 'base64').toString('latin1').toLowerCase().includes(name),
    ),
  );
}
