import type { Listed } from '@adieu/db';
import { type ClassType, Field, ObjectType } from 'type-graphql';

@ObjectType('PageInfo')
export class PageInfoType {
  @Field(() => Boolean)
  readonly hasNextPage: boolean;

  @Field(() => String, { nullable: true })
  readonly endCursor: string | null;

  constructor(hasNextPage: boolean, endCursor: string | null) {
    this.hasNextPage = hasNextPage;
    this.endCursor = endCursor;
  }

  @Field(() => Boolean, { description: 'Pages go forward only.' })
  hasPreviousPage(): boolean {
    return false;
  }

  @Field(() => String, { nullable: true })
  startCursor(): string | null {
    return null;
  }
}

export interface Page<Node> {
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly hasNext: boolean;
  /** How many there are over all pages, where somebody asks. */
  readonly count?: () => Promise<number>;
  /** From where changes go on after what this page shows, for lists that can be followed. */
  readonly changesCursor?: string;
}

/** What a list of the database gave, as a page: the node of each row, and the cursor behind it. */
export function pageOf<Row, Node>(
  { rows, hasNext }: Listed<Row>,
  nodeOf: (row: Row) => Node,
  cursorOf: (row: Row) => string,
): Page<Node> {
  return { edges: rows.map((row) => ({ node: nodeOf(row), cursor: cursorOf(row) })), hasNext };
}

/** The Relay connection of a type: `edges`, and `nodes` beside them. */
export function connectionOf<Node extends object>(name: string, node: ClassType<Node>) {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => node)
    readonly node!: Node;

    @Field(() => String)
    readonly cursor!: string;
  }

  @ObjectType(`${name}Connection`)
  class Connection {
    readonly page: Page<Node>;

    constructor(page: Page<Node>) {
      this.page = page;
    }

    @Field(() => [Edge])
    edges(): readonly Edge[] {
      return this.page.edges;
    }

    @Field(() => [node])
    nodes(): Node[] {
      return this.page.edges.map((edge) => edge.node);
    }

    @Field(() => PageInfoType)
    pageInfo(): PageInfoType {
      return new PageInfoType(this.page.hasNext, this.page.edges.at(-1)?.cursor ?? null);
    }
  }
  return Connection;
}
