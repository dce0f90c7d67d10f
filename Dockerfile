# Untried: written after the documentation, not yet built anywhere. See docs/operating.md.
FROM python:3.13-slim AS build
WORKDIR /src
COPY . .
ARG EXTRAS=""
RUN python -m venv /opt/bot && /opt/bot/bin/pip install --no-cache-dir ".${EXTRAS:+[$EXTRAS]}"

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin bot \
    && install -d -o bot -g bot -m 0700 /data
COPY --from=build /opt/bot /opt/bot
USER bot
WORKDIR /data
ENV BOT_DATA_DIR=/data PYTHONDONTWRITEBYTECODE=1 BOT_WEB_LISTEN=0.0.0.0:8000
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
    CMD ["/opt/bot/bin/python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
ENTRYPOINT ["/opt/bot/bin/frontline-benefits-bot"]
CMD ["serve"]
