/** What `.adieu/endpoints.json` tells; the tests use nothing else. */
export interface Endpoints {
  readonly graphql: string;
  readonly graphiql: string;
  readonly preferenceCenter: string;
  readonly mailbox: string;
  readonly mailboxApi: string;
  readonly handset: string;
  readonly temporalUi: string;
  readonly smtpIn: string;
  readonly publicUrl: string;
  readonly database: string;
  readonly temporal: string;
  readonly keysFile: string;
  readonly pid: number;
  readonly setup?: string;
  readonly demo: {
    readonly adminApiKey: string;
    readonly campaignerApiKey: string;
    readonly organisationId: string;
    readonly books: {
      readonly newsletter: string;
      readonly staff: string;
      readonly quickReview: string;
    };
  };
}
