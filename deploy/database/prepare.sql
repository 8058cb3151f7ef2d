-- Logins and schemas. Run by the cluster's owner in the services' one database ("practice"), or, with RabbitMQ, in each service's own, after
-- "set practice.services = '<service>'"; between @ stands the login whose password is filled in by who runs it, each its own. May be run again: with
-- other passwords it sets these.
--
--   owner                 the cluster's: makes databases and logins; nothing runs under it
--   migrator              owns every table; runs migrations and nothing else
--   <service>             serves requests and handles messages: adds events, sees the tenant that its transaction names
--   <service>_daemon      projections, subscriptions and jobs over all tenants: reads events, writes views
--   eraser                erasure: destroys keys, takes away names and messages, says so in an event, all in the tenant that its transaction names;
--                         a service becomes it for a transaction (set local role), and has none of its rights without
--   ledger                Reporting's handlers of the ledger: adds entries to it, which Reporting itself does not; a role without a login that Reporting becomes for
--                         a transaction
--   reader                operators: counts and states, no contents
--
-- The owner is a superuser, or may see other logins' sessions (pg_read_all_stats, which managed PostgreSQL gives its administrator); with less it
-- works too, and a number that died waits until every transaction is over that has taken one.
--
-- What exactly each may do to a table is said in walls.sql, after the migration that makes the table.
do $$
declare
  login text;
  password text;
begin
  for login, password in values
    ('migrator', '@migrator@'),
    ('engagement', '@engagement@'),
    ('engagement_daemon', '@engagement_daemon@'),
    ('session', '@session@'),
    ('session_daemon', '@session_daemon@'),
    ('reporting', '@reporting@'),
    ('reporting_daemon', '@reporting_daemon@'),
    ('eraser', '@eraser@'),
    ('reader', '@reader@')
  loop
    if not exists (select from pg_roles where rolname = login) then
      execute format('create role %I login', login);
    end if;
    execute format('alter role %I password %L', login, password);
  end loop;
end $$;

-- What a node that hangs, or that the network cut off, leaves behind is ended by the database, or the other nodes would wait for it: a transaction that
-- nobody goes on with for ten seconds (none of ours waits so long for anything else), and a connection whose other end has been gone for about as long.
do $$
declare
  login text;
  setting text;
begin
  foreach login in array string_to_array('engagement engagement_daemon session session_daemon reporting reporting_daemon', ' ') loop
    foreach setting in array array[
      'idle_in_transaction_session_timeout = ''10s''', 'tcp_user_timeout = ''10s''', 'tcp_keepalives_idle = 5', 'tcp_keepalives_interval = 2',
      'tcp_keepalives_count = 3', 'client_connection_check_interval = ''5s''']
    loop
      execute format('alter role %I set %s', login, setting);
    end loop;
  end loop;
end $$;

do $$
begin
  if not exists (select from pg_roles where rolname = 'ledger') then
    create role ledger nologin;
  end if;
  grant ledger to reporting;
end $$;

do $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect, create on database %I to migrator', current_database());
  execute format('grant connect on database %I to eraser, reader', current_database());
end $$;
revoke all on schema public from public;

create schema if not exists queues authorization migrator;
grant usage on schema queues to eraser, reader, ledger;

do $$
declare
  service text;
begin
  foreach service in array string_to_array(coalesce(current_setting('practice.services', true), 'engagement session reporting'), ' ') loop
    execute format('create schema if not exists %I authorization migrator', service);
    execute format('grant connect on database %I to %I, %I', current_database(), service, service || '_daemon');
    execute format('grant usage on schema %I to %I, %I, eraser, reader', service, service, service || '_daemon');
    execute format('grant usage on schema queues to %I', service);
    execute format('alter role %I noinherit', service);
    execute format('grant eraser to %I', service);
    if service = 'reporting' then
      grant usage on schema reporting to ledger;
    end if;
    -- What the migrator makes in a service's schema is that service's alone; the queues are everybody's.
    execute format('alter default privileges for role migrator in schema %I grant select, insert, update, delete on tables to %I, %I', service, service, service || '_daemon');
    execute format('alter default privileges for role migrator in schema %I grant usage, select, update on sequences to %I', service, service);
    execute format('alter default privileges for role migrator in schema queues grant select, insert, update, delete on tables to %I', service);
    execute format('alter default privileges for role migrator in schema queues grant usage, select, update on sequences to %I', service);
  end loop;
end $$;

-- What the store's daemon asks before it passes over a number that no event has: which transactions hold numbers of its own service's sequence, and
-- since when (services/docs/decisions: the evidence of the high-water mark). Each holds the sequence's lock from the number on to its end; nobody else
-- does. The store asks pg_stat_activity, which hides that from a plain login; here it finds this one first, which shows neither texts nor
-- anybody else's sessions.
create schema if not exists evidence;
revoke all on schema evidence from public;

create or replace function evidence.holders() returns table (
  pid int, datname name, backend_xid xid, state text, state_change timestamptz, xact_start timestamptz, backend_type text
) language sql stable security definer set search_path = pg_catalog, pg_temp as $holders$
  -- The store reads its clock a moment before the sequence: who began in between counts as older. Of whom nothing is shown may be of any age.
  select a.pid, a.datname, a.backend_xid, a.state, a.state_change, coalesce(a.xact_start - interval '100 milliseconds', '-infinity'),
    coalesce(a.backend_type, 'client backend')
  from pg_locks l
  join pg_class c on c.oid = l.relation
  join pg_namespace n on n.oid = c.relnamespace
  join pg_stat_activity a on a.pid = l.pid
  where l.locktype = 'relation' and l.mode = 'RowExclusiveLock' and l.granted
    and l.database = (select d.oid from pg_database d where d.datname = current_database())
    and c.relname = 'mt_events_sequence' and n.nspname || '_daemon' = session_user
$holders$;
revoke all on function evidence.holders() from public;
create or replace view evidence.pg_stat_activity as select * from evidence.holders();

do $$
declare
  service text;
begin
  foreach service in array string_to_array(coalesce(current_setting('practice.services', true), 'engagement session reporting'), ' ') loop
    execute format('grant usage on schema evidence to %I', service || '_daemon');
    execute format('grant execute on function evidence.holders() to %I', service || '_daemon');
    execute format('grant select on evidence.pg_stat_activity to %I', service || '_daemon');
    execute format('alter role %I in database %I set search_path = evidence, pg_catalog', service || '_daemon', current_database());
  end loop;
end $$;
