# One image for every process of Adieu; docker-compose.yml says which one each container runs.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY . .
# The same steps as `npm start`: pnpm, the packages as locked, the build. Then it prints the help.
RUN node scripts/bootstrap.mjs adieu --help

FROM node:24.21.0-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY --from=build /app /app
# Keys and secret live in volumes here, and a volume takes over whose its folder is.
RUN install -d -o node -g node -m 0700 /keys /pages
USER node
CMD ["node", "packages/cli/dist/main.js", "--help"]
