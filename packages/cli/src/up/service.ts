/** A program that `up` starts and keeps running. */
export interface Service {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Resolves with true where it answers. Without one the program tells by IPC: `{ type: 'ready' }`. */
  readonly probe?: () => Promise<boolean>;
  /** Hears all that it tells by IPC. */
  readonly told?: (message: object) => void;
  /** What asks it to end; SIGTERM unless told. */
  readonly stopBy?: NodeJS.Signals;
  /** Lines of its output that are not worth showing. */
  readonly hide?: (line: string) => boolean;
}
