import type {
  CampaignContent,
  CompiledContent,
  CompiledSmsContent,
  CompiledSmsText,
} from '@adieu/domain';
import { type Language, LANGUAGES, type Purpose } from '@adieu/domain';
import type { Jobs } from '../apart/jobs.ts';
import { runApart } from '../apart/run-apart.ts';
import { compileSms, keepSms } from './compile-sms.ts';
import { type FilledOne, withStandIns } from './fill-many.ts';
import { fillSms, missingOf, type OpenSms, openSms, type SmsValues } from './fill-sms.ts';

export interface SmsReader extends Omit<SmsValues, 'wayOut'> {
  readonly language: string | null;
  /** How they leave, said in a language: theirs, or where we do not speak it that of the text. */
  wayOutIn: (language: Language) => SmsValues['wayOut'];
}

export interface PreviewedSms {
  readonly text: string;
  readonly language: Language;
  /** What the text can not do without and this reader has not: its name in brackets stands in. */
  readonly missing: readonly string[];
}

/** So that a job of them is well within its budget. */
const MANY_AT_ONCE = { simple: 500, looping: 20 } as const;

/** A campaign's text messages, ready to be filled: as they were kept when it was released; of a draft, compiled now. */
export class ReadySms {
  readonly #organisationId: string;
  readonly #kept: CompiledSmsContent;
  readonly #opened = new Map<CompiledSmsText, OpenSms>();

  constructor(kept: CompiledSmsContent, organisationId: string) {
    this.#kept = kept;
    this.#organisationId = organisationId;
  }

  /** The text for a reader of a language, `null` and those that there is none for have the fallback. */
  textFor(language: string | null): CompiledSmsText {
    const { variants, fallback } = this.#kept;
    return (
      variants.find((each) => each.language === language) ??
      variants.find((each) => each.language === fallback)!
    );
  }

  /** Of its texts. */
  get languages(): Language[] {
    return this.#kept.variants.map(({ language }) => language);
  }

  /** Whether a text of it asks for the reader's link by its name, whatever its sender is. */
  get asksForLink(): boolean {
    return this.#kept.variants.some(({ text }) => /\bunsubscribe_url\b/.test(text));
  }

  /**
   * One recipient's text: here, or in a thread where it loops or keeps state. Throws where it can not be filled, or may not
   * go out as it is: rather no message.
   */
  fillFor(reader: SmsReader): string | Promise<string> {
    const text = this.textFor(reader.language);
    const values = valuesOf(reader, text);
    const { addsWayOut } = this.#kept;
    return text.filled === 'IN_PLACE'
      ? fillSms(this.#open(text), values, addsWayOut)
      : fillApart({ text, values, addsWayOut }, this.#organisationId);
  }

  /** The same to look at: a missing field leaves no hole and stops nothing, it is named. */
  async preview(reader: SmsReader): Promise<PreviewedSms | { readonly refused: string }> {
    const text = this.textFor(reader.language);
    const missing = missingOf(this.#open(text), reader.fields);
    const fields = withStandIns(this.#open(text), reader.fields);
    const values = valuesOf({ ...reader, fields }, text);
    try {
      const filled = await fillApart(
        { text, values, addsWayOut: this.#kept.addsWayOut },
        this.#organisationId,
      );
      return { text: filled, language: text.language, missing };
    } catch (error) {
      return { refused: error instanceof Error ? error.message : String(error) };
    }
  }

  /** One of its texts for many, to count: apart, some at once, so that what one text takes has an end. */
  async fillMany(language: Language, readers: readonly SmsReader[]): Promise<FilledOne[]> {
    const text = this.textFor(language);
    const { addsWayOut } = this.#kept;
    const atOnce = text.filled === 'IN_PLACE' ? MANY_AT_ONCE.simple : MANY_AT_ONCE.looping;
    const filled: FilledOne[] = [];
    for (let i = 0; i < readers.length; i += atOnce) {
      const some = readers.slice(i, i + atOnce).map((reader) => valuesOf(reader, text));
      const made = await runApart(
        'fillManySms',
        { text, readers: some, addsWayOut },
        this.#organisationId,
      );
      if ('refused' in made) filled.push(...some.map(() => ({ failed: made.refused })));
      else filled.push(...made.done);
    }
    return filled;
  }

  #open(text: CompiledSmsText): OpenSms {
    const open = this.#opened.get(text) ?? openSms(text);
    this.#opened.set(text, open);
    return open;
  }
}

function valuesOf({ language, wayOutIn, ...reader }: SmsReader, text: CompiledSmsText): SmsValues {
  const { fields, organisation, account } = reader;
  const spoken = LANGUAGES.find((code) => code === language) ?? text.language;
  return { fields, organisation, account, wayOut: wayOutIn(spoken) };
}

async function fillApart(input: Parameters<Jobs['fillSms']>[0], whose: string): Promise<string> {
  const filled = await runApart('fillSms', input, whose);
  if ('refused' in filled) throw new Error(filled.refused);
  return filled.done;
}

/** Null: there are no text messages of it. */
export async function readySms(campaign: {
  readonly content: CampaignContent;
  readonly compiled: CompiledContent | null;
  readonly purpose: Purpose;
  readonly defaultLanguage: string;
  readonly addsSmsWayOut: boolean;
  readonly organisationId: string;
}): Promise<ReadySms | null> {
  const { content, compiled, addsSmsWayOut, organisationId } = campaign;
  if (compiled !== null)
    return compiled.channel === 'SMS' ? new ReadySms(compiled, organisationId) : null;
  if (content.channel !== 'SMS') return null;
  const made = await compileSms(content, campaign);
  return made.ok ? new ReadySms(keepSms(made.campaign, addsSmsWayOut), organisationId) : null;
}
