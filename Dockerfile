# The image of every process of the portal; docker/entrypoint says which one runs.
FROM python:3.13-slim AS build

ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/venv
COPY requirements/base.txt /tmp/base.txt
RUN /opt/venv/bin/pip install --require-hashes --only-binary :all: -r /tmp/base.txt

WORKDIR /app
COPY manage.py ./
COPY gpv_portal gpv_portal
COPY core core
COPY network network
COPY referrals referrals
COPY conferences conferences
COPY templates templates
COPY static static
COPY locale locale
COPY docker/entrypoint docker/healthcheck docker/
# collecting needs settings but no secret: these two open nothing and stay in this stage
RUN GPV_SECRET_KEY=build GPV_KEY_RING=build:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= \
    DATABASE_URL=postgres:///none CELERY_BROKER_URL=redis://localhost:1 \
    DJANGO_SETTINGS_MODULE=gpv_portal.settings.base \
    /opt/venv/bin/python manage.py collectstatic --noinput


FROM python:3.13-slim

RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin portal

COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
WORKDIR /app

# the root file system is read-only: caches of fonts and everything else go to /tmp
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    HOME=/tmp \
    XDG_CACHE_HOME=/tmp/cache \
    DJANGO_SETTINGS_MODULE=gpv_portal.settings.base
USER 10001:10001
EXPOSE 8000
ENTRYPOINT ["/app/docker/entrypoint"]
CMD ["web"]
