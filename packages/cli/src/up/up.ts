import { Failure } from '../failure.ts';
import { type StartOptions, startEverything } from './start-everything.ts';
import { aborted, onStopRequest } from './stop-request.ts';
import { createSupervisor } from './supervisor.ts';

/** Starts everything, says where it is, and stops everything when asked to. Gives the exit code. */
export async function up(options: StartOptions): Promise<number> {
  const { printer } = options;
  const supervisor = createSupervisor(printer);
  const cleanUp: (() => Promise<void>)[] = [];
  const stopped = aborted(onStopRequest(printer, () => supervisor.kill()));
  const started = startEverything(options, supervisor, cleanUp);
  let why = '';
  try {
    await Promise.race([started, stopped]);
    await stopped;
    return 0;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    printer.say(error.message, 'error');
    why = `: ${error.message}`;
    return 1;
  } finally {
    await supervisor.stop();
    // A start that is given up half way fails in whatever it was about; nobody needs to be told.
    await started.catch(() => {});
    for (const undo of cleanUp.toReversed()) await undo();
    // Parts that are stopped half way may say a lot: the last line is what their user reads.
    printer.say(`everything is stopped${why}`);
  }
}
