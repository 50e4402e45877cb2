declare module 'mailauth/lib/parse-dkim-headers.js' {
  /** Reads one header line of `name=value` pairs; Authentication-Results by its own grammar. */
  export default function parseHeader(line: Buffer): { readonly parsed: unknown };
}
