export { operationOf, type RootField, rootFields } from './root-fields.ts';
export { argumentsWith, idPositions, tokenPositions } from './positions.ts';
