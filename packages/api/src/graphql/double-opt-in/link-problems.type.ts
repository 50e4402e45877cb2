import { ObjectType } from 'type-graphql';
import { Problem } from '../shared/problems.ts';

@ObjectType('Expired', { implements: Problem })
export class Expired extends Problem {
  constructor() {
    super('EXPIRED', 'This link has had its time. Ask for a new one.', 'token');
  }
}

@ObjectType('Superseded', { implements: Problem, description: 'A later wish to stop wins.' })
export class Superseded extends Problem {
  constructor() {
    super('SUPERSEDED', 'A wish to stop came after this link was asked for, and stands.', 'token');
  }
}
