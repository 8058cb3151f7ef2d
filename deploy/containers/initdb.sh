#!/bin/sh
# Run once by the PostgreSQL image, and again before a version that says so (docker compose exec postgres sh
# /docker-entrypoint-initdb.d/practice.sh): the database, its logins and schemas. The password of a login is in <LOGIN>_PASSWORD, letters and digits.
set -e
if [ -z "$(psql -XAt -U "$POSTGRES_USER" -d postgres -c "select 1 from pg_database where datname = 'practice'")" ]; then
  psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -c "create database practice"
fi
fill=
for login in migrator engagement engagement_daemon session session_daemon reporting reporting_daemon eraser reader; do
  name=$(echo "${login}_PASSWORD" | tr a-z A-Z)
  fill="$fill;s/@$login@/$(printenv "$name")/"
done
sed "$fill" /database/prepare.sql | psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d practice
