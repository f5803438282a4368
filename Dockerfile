# Three stages: the app, the environment with the wheel in it, and the image, which holds that environment and nothing else.

FROM node:20-bookworm-slim AS app
WORKDIR /build/pwa
COPY pwa/package.json pwa/package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY pwa ./
COPY locales ../locales
RUN npm run build

FROM python:3.11-slim-bookworm AS wheel
RUN pip install --no-cache-dir uv==0.13.0
WORKDIR /build
COPY pyproject.toml uv.lock README.md LICENSE hatch_build.py ./
# What the lock says, with hashes; this layer stays until the lock changes.
RUN uv export --quiet --locked --no-dev --no-emit-project --output-file requirements.txt \
 && uv venv /opt/jiayi \
 && uv pip install --no-cache --python /opt/jiayi/bin/python --require-hashes --requirement requirements.txt
COPY backend backend
COPY seed seed
COPY locales locales
COPY --from=app /build/pwa/dist pwa/dist
RUN uv build --quiet --wheel --out-dir dist \
 && uv pip install --no-cache --python /opt/jiayi/bin/python --no-deps dist/*.whl

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /var/lib/jiayi --create-home jiayi
COPY --from=wheel /opt/jiayi /opt/jiayi
ENV PATH=/opt/jiayi/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    JIAYI_DATA_DIR=/var/lib/jiayi \
    PORT=8000
USER jiayi
WORKDIR /var/lib/jiayi
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/healthz', timeout=4)"]
CMD ["jiayi", "serve", "--host", "0.0.0.0"]
