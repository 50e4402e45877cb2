import { type ListFile, lookAtList, NoList, readConsents, readContacts } from '@adieu/intake';
import { createKeyRing } from '@adieu/keys';
import type { Dice } from '../dice.ts';
import type { OpenTarget, Target } from '../target.ts';
import { openWorld, type World } from '../world/open-world.ts';
import { drawFile, encode } from './draw-bytes.ts';
import { drawCsv } from './draw-csv.ts';
import { IMPORT, LOGO, UPLOAD } from './operations.ts';

/** One letter of a file stands for a byte (latin1). */
type Input =
  | {
      readonly list: 'contacts' | 'consents';
      readonly bytes: string;
      readonly encoding: string | null;
      /** How many bytes come at a time. */
      readonly at: number;
    }
  | { readonly importing: string }
  | { readonly evidence: string; readonly name: string; readonly mediaType: string }
  | { readonly logo: string };

const ENCODINGS = ['windows-1252', 'windows-1250', 'utf-16le', 'utf-16be', 'shift_jis', 'x', ''];
const FILE_NAMES = ['proof.pdf', '../../etc/passwd', 'a\0b', '', ' ', 'x'.repeat(1_000), '\u202e'];
const MEDIA_TYPES = ['application/pdf', 'image/png', 'text/plain', 'text/html', 'x', ''];

/** Files are taken or refused with a word; what is refused leaves nothing. */
export const uploads: Target<Input> = {
  about: 'lists in every encoding, files for evidence and logos that are not what they say',
  draw(dice: Dice): Input {
    return dice.one<() => Input>([
      () => drawList(dice),
      () => drawList(dice),
      () => drawList(dice),
      () => ({ importing: drawCsv(dice) }),
      () => ({
        evidence: drawFile(dice),
        name: dice.one(FILE_NAMES),
        mediaType: dice.one(MEDIA_TYPES),
      }),
      () => ({ logo: drawFile(dice) }),
    ])();
  },
  async open(ground): Promise<OpenTarget<Input>> {
    const world = await openWorld(ground);
    return {
      answer: (input) => ('list' in input ? read(input) : upload(world, input)),
      close: () => world.close(),
    };
  },
};

function drawList(dice: Dice): Input {
  return {
    list: dice.one(['contacts', 'consents'] as const),
    bytes: encode(dice, drawCsv(dice)),
    encoding: dice.chance(0.8) ? null : dice.one(ENCODINGS),
    at: dice.one([1, 7, 1_000, 65_536, 65_536]),
  };
}

const ring = createKeyRing();

/** As `adieu import` and `adieu import-consents` do. */
async function read({ list, bytes, encoding, at }: Extract<Input, { list: string }>) {
  const whole = Buffer.from(bytes, 'latin1');
  const step = Math.max(at, Math.ceil(whole.length / 2_000));
  const file: ListFile = {
    size: whole.length,
    whose: 'fuzz',
    async *open() {
      for (let i = 0; i < whole.length; i += step) yield whole.subarray(i, i + step);
    },
  };
  const shape = await lookAtList(file, { encoding: encoding ?? undefined });
  if ('refused' in shape)
    return shape.remedy === '' ? 'a list that is refused without a word' : null;
  const rows =
    list === 'contacts'
      ? readContacts(file, { shape, country: 'SE', optOuts: ['unsubscribed'] })
      : readConsents(file, shape, { ring, country: 'SE' });
  try {
    for await (const row of rows) {
      if (!Number.isInteger(row.line) || row.line < 0) return `a row of no line: ${row.line}`;
      if ('message' in row && row.message === '') return 'a row that is refused without a word';
    }
  } catch (error) {
    if (!(error instanceof NoList)) throw error;
  }
  return null;
}

async function upload(world: World, input: Exclude<Input, { list: string }>) {
  const base64 = (text: string): string => Buffer.from(text, 'latin1').toString('base64');
  const [query, given] =
    'importing' in input
      ? [IMPORT, { addressBookId: world.own['book'], csv: input.importing }]
      : 'evidence' in input
        ? [UPLOAD, { ...input, evidence: undefined, content: base64(input.evidence) }]
        : [
            LOGO,
            { accountId: world.own['account'], logo: { content: base64(input.logo), alt: 'x' } },
          ];
  const heard = await world.ask({
    method: 'POST',
    path: '/graphql',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${world.org.adminKey}`,
    },
    body: JSON.stringify({ query, variables: { input: given } }),
  });
  if (!/"__typename":"(?:ContactsImported|EvidenceUploaded|AccountBrandSet)"/.test(heard.body))
    return world.judge(heard);
  await world.changes.accept();
  return world.logged();
}
