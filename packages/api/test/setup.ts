// type-graphql's decorators read metadata as their modules load, whichever a test imports first.
import 'reflect-metadata';
