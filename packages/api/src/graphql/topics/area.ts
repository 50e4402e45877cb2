import { type Area, ADMIN, EVERY_MEMBER, inAccount } from '../access/area.ts';
import { ChangeTopic } from './change-topic.mutation.ts';
import { CreateTopic } from './create-topic.mutation.ts';
import { TopicQuery } from './topic.query.ts';
import { Topics } from './topics.query.ts';

export const topics: Area = {
  resolvers: [ChangeTopic, CreateTopic, TopicQuery, Topics],
  access: {
    Query: { topic: inAccount(EVERY_MEMBER), topics: inAccount(EVERY_MEMBER, 'filter.accountId') },
    Mutation: { changeTopic: inAccount(ADMIN), createTopic: inAccount(ADMIN) },
  },
  types: { Topic: EVERY_MEMBER.rights },
};
