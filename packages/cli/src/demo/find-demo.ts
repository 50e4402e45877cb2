import type { Ask } from './ask.ts';
import { DEMO_BOOKS, type DemoBookName } from './content.ts';

/** The demo's parts by the ids that the API gives them. */
export interface DemoParts {
  readonly organisationId: string;
  readonly accountId: string;
  readonly books: Readonly<Record<DemoBookName, string>>;
  readonly topics: Readonly<Record<string, string>>;
}

interface Found {
  readonly viewer: { readonly organisation: { readonly id: string } };
  readonly addressBooks: {
    readonly nodes: readonly { id: string; name: string; account: { id: string } }[];
  };
  readonly topics: readonly { readonly id: string; readonly name: string }[];
}

const FIND = `query FindDemo {
  viewer { organisation { id } }
  addressBooks(first: 100) { nodes { id name account { id } } }
  topics { id name }
}`;

/** Looks them up by name with the demo's own key, so that no id needs to be kept. */
export async function findDemo(ask: Ask): Promise<DemoParts> {
  const { viewer, addressBooks, topics } = await ask<Found>(FIND);
  const bookNamed = (name: string): Found['addressBooks']['nodes'][number] => {
    const book = addressBooks.nodes.find((each) => each.name === name);
    if (book === undefined) throw new Error(`the demo organisation has no address book ${name}`);
    return book;
  };
  const idOf = (book: DemoBookName): string => bookNamed(DEMO_BOOKS[book].name).id;
  return {
    organisationId: viewer.organisation.id,
    accountId: bookNamed(DEMO_BOOKS.newsletter.name).account.id,
    books: {
      newsletter: idOf('newsletter'),
      staff: idOf('staff'),
      quickReview: idOf('quickReview'),
    },
    topics: Object.fromEntries(topics.map(({ name, id }) => [name, id])),
  };
}
