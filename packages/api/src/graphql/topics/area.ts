import { ADMIN, ANY_KEY, type Area } from '../access/area.ts';
import { CreateTopic } from './create-topic.mutation.ts';
import { Topics } from './topics.query.ts';

export const topics: Area = {
  resolvers: [CreateTopic, Topics],
  access: {
    Query: { topics: ANY_KEY },
    Mutation: { createTopic: ADMIN },
  },
};
