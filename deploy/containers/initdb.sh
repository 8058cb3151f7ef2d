#!/bin/sh
# Run once by the PostgreSQL image: the database, its logins and schemas.
set -e
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -c "create database practice"
sed "s/@password@/$POSTGRES_PASSWORD/" /database/prepare.sql | psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d practice
