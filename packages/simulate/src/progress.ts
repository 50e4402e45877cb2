/** What a run looks like at a moment. */
export interface Moment {
  readonly day: number;
  readonly mails: number;
  readonly acted: number;
  readonly toAct: number;
  readonly waiting: number;
}

const EVERY_MS = { terminal: 250, file: 3_000 };

/** Tells how far a run is: in a terminal one line that changes, elsewhere a line now and then. Gives the end of it. */
export function showProgress(
  stream: NodeJS.WriteStream,
  look: () => Promise<Moment>,
): () => Promise<void> {
  const isTerminal = stream.isTTY;
  let showing = Promise.resolve();
  const show = async (): Promise<void> => {
    const line = describe(await look());
    stream.write(isTerminal ? `\r\u001B[2K${line}` : `${line}\n`);
  };
  const timer = setInterval(
    () => {
      // A look that takes long is not overtaken by the next.
      showing = showing.then(show).catch(() => {});
    },
    isTerminal ? EVERY_MS.terminal : EVERY_MS.file,
  );
  return async () => {
    clearInterval(timer);
    await showing;
    if (isTerminal) stream.write('\r\u001B[2K');
  };
}

function describe({ day, mails, acted, toAct, waiting }: Moment): string {
  const count = (value: number): string => value.toLocaleString('en');
  return `day ${day.toFixed(1)}: ${count(mails)} mails arrived, ${count(acted)} of ${count(toAct)} people have acted, ${count(waiting)} requests wait`;
}
