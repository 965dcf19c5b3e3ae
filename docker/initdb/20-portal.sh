#!/bin/sh
# Runs once, after core/sql/roles.sql, when the database volume is empty:
# gives every role its password and hands the database to its owner.
set -eu

password() {
    cat "/run/secrets/$1_password"
}

# the passwords go in by standard input, so that no process list shows them
psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<SQL
\set owner_password '$(password gpv_owner)'
\set web_password '$(password gpv_web)'
\set worker_password '$(password gpv_worker)'
ALTER ROLE gpv_owner PASSWORD :'owner_password';
ALTER ROLE gpv_web PASSWORD :'web_password';
ALTER ROLE gpv_worker PASSWORD :'worker_password';
ALTER ROLE gpv_web SET statement_timeout = '15s';
ALTER DATABASE "$POSTGRES_DB" OWNER TO gpv_owner;
REVOKE ALL ON DATABASE "$POSTGRES_DB" FROM PUBLIC;
GRANT CONNECT ON DATABASE "$POSTGRES_DB" TO gpv_web, gpv_worker, gpv_retention, gpv_audit;
SQL
