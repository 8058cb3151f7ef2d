#!/bin/sh
# Makes the databases of DATABASES where they are not there, and logins and schemas by prepare.sql. A database that is not "practice" is of the
# service that it is called like. The password of a login is in a file of its own, letters and digits.
set -eu
fill=
for login in $(sed -n "s/.*'@\([a-z_]*\)@'.*/\1/p" /database/prepare.sql); do
  fill="$fill;s/@$login@/$(cat "/logins/$login")/"
done
for database in $DATABASES; do
  if [ -z "$(psql -XAtd postgres -c "select 1 from pg_database where datname = '$database'")" ]; then
    psql -Xqd postgres -c "create database $database"
  fi
  if [ "$database" = practice ]; then of=; else of="set practice.services = '$database';"; fi
  (echo "$of"; sed "$fill" /database/prepare.sql) | psql -Xq -v ON_ERROR_STOP=1 -d "$database"
done
