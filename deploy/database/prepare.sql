-- A login and a schema for each service, a schema for the queues, and a migrator who owns every table.
-- Run by the cluster's owner in the database "practice"; @password@ is filled in by who runs it. May be run again.
do $$
declare
  login text;
begin
  foreach login in array array['migrator', 'engagement', 'session', 'reporting'] loop
    if not exists (select from pg_roles where rolname = login) then
      execute format('create role %I login password %L', login, '@password@');
    end if;
  end loop;
end $$;

revoke all on database practice from public;
revoke all on schema public from public;
grant connect, create on database practice to migrator;

create schema if not exists queues authorization migrator;

do $$
declare
  service text;
begin
  foreach service in array array['engagement', 'session', 'reporting'] loop
    execute format('create schema if not exists %I authorization migrator', service);
    execute format('grant connect on database practice to %I', service);
    execute format('grant usage on schema %I, queues to %I', service, service);
    -- What the migrator makes in a service's schema is that service's alone; the queues are everybody's.
    execute format('alter default privileges for role migrator in schema %I grant select, insert, update, delete on tables to %I', service, service);
    execute format('alter default privileges for role migrator in schema %I grant usage, select, update on sequences to %I', service, service);
    execute format('alter default privileges for role migrator in schema queues grant select, insert, update, delete on tables to %I', service);
    execute format('alter default privileges for role migrator in schema queues grant usage, select, update on sequences to %I', service);
  end loop;
end $$;
