export { UnknownLayout } from './check-layout.ts';
export { describeSchema } from './describe-schema.ts';
export { EngineRoleUnfit } from './grant-to-engine.ts';
export { TenantRoleUnfit } from './grant-to-tenant.ts';
