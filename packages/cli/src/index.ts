/** What programs of the checkout need that run an Adieu of their own and talk to it. */
export { wholeNumber } from './commands/whole-number.ts';
export { type Ask, createAsk, expectType } from './demo/ask.ts';
export { type Environment, readEnvironment } from './environment.ts';
export { Failure } from './failure.ts';
export { inRepository } from './repository.ts';
export { dataFolder } from './up/data-folder.ts';
export { type Endpoints, readEndpoints } from './up/endpoints.ts';
export { readableLine } from './up/log/format-line.ts';
export { createPrinter, type Printer } from './up/log/printer.ts';
export { startEverything } from './up/start-everything.ts';
export { aborted, onStopRequest } from './up/stop-request.ts';
export { createSupervisor } from './up/supervisor.ts';
export { VARIABLES } from './variables.ts';
