export { answers, ensureDatabase, serverVersion } from './client.ts';
export { type Cluster, ensureCluster } from './cluster.ts';
export { databaseUrl, serverLaunch } from './launch.ts';
export { startServer } from './start-server.ts';
