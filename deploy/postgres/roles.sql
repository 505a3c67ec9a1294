-- Both roles and the empty database, for psql as a superuser. The container runs it at its first start; on a server of your own:
--   OWNER_PASSWORD_FILE=… RUNTIME_PASSWORD_FILE=… psql -v ON_ERROR_STOP=1 -f deploy/postgres/roles.sql
-- Passwords come from files, so that no command line and no history shows them.
\set owner_password `cat "$OWNER_PASSWORD_FILE"`
\set runtime_password `cat "$RUNTIME_PASSWORD_FILE"`

-- Owns the schema and runs migrations; makes the database that a backup is restored into.
CREATE ROLE vedomost_owner LOGIN CREATEDB PASSWORD :'owner_password';
-- What the application signs in as: owns nothing.
CREATE ROLE vedomost_app LOGIN PASSWORD :'runtime_password';

-- Russian order of letters: Ё stands after Е.
CREATE DATABASE vedomost OWNER vedomost_owner
  TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'ru-RU';
REVOKE ALL ON DATABASE vedomost FROM PUBLIC;
GRANT CONNECT ON DATABASE vedomost TO vedomost_app;
