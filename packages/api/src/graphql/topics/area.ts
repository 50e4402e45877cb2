import { ADMIN, ANY_KEY, type Area } from '../access/area.ts';
import { ChangeTopic } from './change-topic.mutation.ts';
import { CreateTopic } from './create-topic.mutation.ts';
import { TopicQuery } from './topic.query.ts';
import { Topics } from './topics.query.ts';

export const topics: Area = {
  resolvers: [ChangeTopic, CreateTopic, TopicQuery, Topics],
  access: {
    Query: { topic: ANY_KEY, topics: ANY_KEY },
    Mutation: { changeTopic: ADMIN, createTopic: ADMIN },
  },
};
