# One image with everything: Roundelay brings the Node it runs on, so the outer one only has to install and start it.
FROM node:24-bookworm-slim
ENV NODE_ENV=production
# The Node that Roundelay brings is linked against it, and the slim image does not have it.
RUN apt-get update && apt-get install -y --no-install-recommends libatomic1 && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/roundelay
COPY . .
# Installs from the lockfile alone, and says so in one sentence if it cannot; `help` starts nothing.
RUN node bin/roundelay.mjs help && mkdir -p /data && chown -R node /data /srv/roundelay
USER node
VOLUME /data
EXPOSE 4026
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD node -e "fetch('http://127.0.0.1:4026/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "bin/roundelay.mjs", "start", "--data", "/data", "--host", "0.0.0.0"]
