export { answers, ensureDatabase, serverFacts } from './client.ts';
export { type Cluster, ensureCluster } from './cluster.ts';
export { databaseUrl, serverLaunch } from './launch.ts';
export { asRole, ENGINE_ROLE, ensureRoles, OWNER_ROLE, type RoleUrls, roleUrls } from './roles.ts';
export { startServer } from './start-server.ts';
