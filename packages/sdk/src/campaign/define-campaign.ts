import { type Connection, connect } from '../client/connect.ts';
import type { Check } from './finding.ts';
import type { CampaignDefinition } from './definition.ts';
import { checkDraft } from './check.ts';
import { draft } from './draft.ts';
import { type Preview, previewDraft } from './preview.ts';
import { type Progress, watch, type WatchOptions } from './progress.ts';
import type { Reader } from './reader.ts';
import { type Sent, type SendOptions, sendDraft } from './send.ts';
import { sendTests, type TestMails } from './test-mails.ts';

/** A campaign and what can be done with it. Each call composes it anew and asks Adieu; nothing is kept here. */
export interface Campaign<Field extends string = string> {
  readonly definition: CampaignDefinition<Field>;
  /** Looks it over with its audience as it is now. Sends nothing. */
  check(): Promise<Check>;
  /** The message that somebody would get; of nobody in particular if not given. Changes nothing. */
  preview(reader?: Reader): Promise<Preview>;
  /** Sends it to up to 10 addresses or numbers, marked as a test; its ways out take nobody off. */
  test(options: Reader & { readonly to: readonly string[] }): Promise<TestMails>;
  /** Sends it, once: a repeat, as of a CI job that runs again, is refused with the code ALREADY_RELEASED. */
  send(options?: SendOptions): Promise<Sent>;
  /** How far it is, until it is sent or cancelled. */
  watch(options?: WatchOptions): AsyncGenerator<Progress>;
  /** The same campaign, through another connection than that of the environment. */
  through(connection: Connection): Campaign<Field>;
}

/** Defines a campaign. What does not fit the audience's fields does not compile; what does not fit the rules, `check` tells. */
export function defineCampaign<const Field extends string = never>(
  definition: CampaignDefinition<Field>,
): Campaign<Field> {
  return bind(definition, null);
}

function bind<Field extends string>(
  definition: CampaignDefinition<Field>,
  given: Connection | null,
): Campaign<Field> {
  const plain = definition as unknown as CampaignDefinition;
  const connection = (): Connection => given ?? connect();
  return {
    definition,
    async check() {
      const through = connection();
      return checkDraft(through, await draft(through, plain));
    },
    async preview(reader = {}) {
      const through = connection();
      return previewDraft(through, await draft(through, plain), plain.name, reader);
    },
    async test(options) {
      const through = connection();
      return sendTests(through, await draft(through, plain), plain.name, options);
    },
    async send(options = {}) {
      const through = connection();
      return sendDraft(through, await draft(through, plain), plain.name, options);
    },
    async *watch(options) {
      const through = connection();
      yield* watch(through, await draft(through, plain), options);
    },
    through: (other) => bind(definition, other),
  };
}
