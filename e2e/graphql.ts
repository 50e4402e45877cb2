import { limited } from './limited.ts';
import type { Endpoints } from './endpoints.ts';

/** Sends one operation with a key; throws on errors that are not part of the schema. */
export async function graphql<Data>(
  endpoints: Endpoints,
  query: string,
  variables: Record<string, unknown> = {},
  key: string | null = endpoints.demo.adminApiKey,
): Promise<Data> {
  const response = await limited(endpoints.graphql, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data?: Data; errors?: { message: string }[] };
  if (body.errors || !body.data) throw new Error(`GraphQL: ${JSON.stringify(body.errors)}`);
  return body.data;
}

export interface GateAnswer {
  readonly allowed: boolean;
  readonly because: string;
  readonly explanation: string;
  readonly since: string | null;
  readonly request: { id: string; state: string; method: string } | null;
}

/** Asks the gate about one address and book, and one topic where it is given. */
export async function mayContact(
  endpoints: Endpoints,
  address: string,
  addressBookId: string,
  topicId?: string,
): Promise<GateAnswer> {
  const data = await graphql<{ mayContact: GateAnswer }>(
    endpoints,
    `
      query ($input: MayContactInput!) {
        mayContact(input: $input) {
          allowed
          because
          explanation
          since
          request {
            id
            state
            method
          }
        }
      }
    `,
    { input: { address, channel: 'EMAIL', addressBookId, ...(topicId && { topicId }) } },
  );
  return data.mayContact;
}

export interface RequestView {
  readonly id: string;
  readonly state: string;
  readonly method: string;
  readonly deadline: string | null;
  readonly history: readonly { type: string }[];
}

/** The latest request of an address, with its history; null where there is none. */
export async function latestRequest(
  endpoints: Endpoints,
  address: string,
): Promise<RequestView | null> {
  const data = await graphql<{ recipient: { requests: RequestView[] } | null }>(
    endpoints,
    `
      query ($address: String!) {
        recipient(address: $address, channel: EMAIL) {
          requests {
            id
            state
            method
            deadline
            history {
              type
            }
          }
        }
      }
    `,
    { address },
  );
  return data.recipient?.requests[0] ?? null;
}

export interface CampaignView {
  readonly state: string;
  readonly progress: {
    readonly sent: number;
    readonly stopped: number;
    readonly failed: number;
    readonly unknown: number;
    readonly queued: number;
    readonly held: number;
    readonly stoppedBecause: readonly { reason: string; count: number }[];
  };
}

/** Creates a small campaign to a book and sends it; gives its id. */
export async function sendCampaign(
  endpoints: Endpoints,
  addressBookId: string,
  name: string,
): Promise<string> {
  const created = await graphql<{
    createCampaign: { __typename: string; campaign?: { id: string }; message?: string };
  }>(
    endpoints,
    `
      mutation ($input: CreateCampaignInput!) {
        createCampaign(input: $input) {
          __typename
          ... on CampaignCreated {
            campaign {
              id
            }
          }
          ... on Problem {
            message
          }
        }
      }
    `,
    {
      input: {
        addressBookId,
        name,
        subject: [{ language: 'en', text: `${name}, {{ contact.first_name | default: "you" }}` }],
        mjml: [
          {
            language: 'en',
            text: '<mjml><mj-body><mj-section><mj-column><mj-text>Hello {{ contact.first_name | default: "you" }}</mj-text></mj-column></mj-section></mj-body></mjml>',
          },
        ],
      },
    },
    endpoints.demo.campaignerApiKey,
  );
  const id = created.createCampaign.campaign?.id;
  if (id === undefined) throw new Error(`not created: ${JSON.stringify(created)}`);
  const sent = await graphql<{ sendCampaign: { __typename: string } }>(
    endpoints,
    `
      mutation ($input: SendCampaignInput!) {
        sendCampaign(input: $input) {
          __typename
          ... on Problem {
            message
          }
        }
      }
    `,
    { input: { id } },
    endpoints.demo.campaignerApiKey,
  );
  if (sent.sendCampaign.__typename !== 'CampaignSent') throw new Error(JSON.stringify(sent));
  return id;
}

/** A campaign's state and counts. */
export async function campaign(endpoints: Endpoints, id: string): Promise<CampaignView> {
  const data = await graphql<{ campaign: CampaignView }>(
    endpoints,
    `
      query ($id: ID!) {
        campaign(id: $id) {
          state
          progress {
            sent
            stopped
            failed
            unknown
            queued
            held
            stoppedBecause {
              reason
              count
            }
          }
        }
      }
    `,
    { id },
  );
  return data.campaign;
}
