-- What each login may do in one service's schema, and to which tenant's rows. Run by the migrator after every migration; may be run again.
-- @service@, @queues@ and @setting@ are filled in by who runs it. A test tries each wall.

do $$
declare
  name text;
  columns text;
begin
  -- The daemon would pass over numbers of which it does not find who holds them: an older installation runs prepare.sql again first.
  if not exists (
    select from pg_db_role_setting s join pg_roles r on r.oid = s.setrole join pg_database d on d.oid = s.setdatabase
    where r.rolname = '@service@_daemon' and d.datname = current_database() and 'search_path=evidence, pg_catalog' = any(s.setconfig)
  ) then
    raise exception 'The daemon''s login of @service@ does not find who holds numbers of the event sequence: run prepare.sql again, then migrate.';
  end if;

  if not exists (select from pg_roles where rolname = 'ledger') then
    raise exception 'There is no role for the entries of the ledger: run prepare.sql again, then migrate.';
  end if;

  -- The second wall: a row is there for the tenant that the transaction names. Marten makes this policy on its documents and knows none for
  -- its events; a session that names no tenant sees no row, rather than an error that says there is something to see.
  for name in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where c.relnamespace = '@service@'::regnamespace and c.relkind in ('r', 'p') and starts_with(c.relname, 'mt_')
  loop
    execute format('alter table @service@.%I enable row level security', name);
    execute format('alter table @service@.%I force row level security', name);
    execute format('drop policy if exists marten_tenant_isolation on @service@.%I', name);
    execute format('create policy marten_tenant_isolation on @service@.%I using (tenant_id = (select current_setting(''@setting@'', true)))', name);
    -- Projections, subscriptions and migrations are of all tenants, and so is what an operator counts.
    execute format('drop policy if exists every_tenant on @service@.%I', name);
    execute format('create policy every_tenant on @service@.%I to @service@_daemon, migrator, reader using (true)', name);
  end loop;

  -- A number that was taken and given up is filled by the store with a tombstone, by a session of its own that names no tenant: an event that says
  -- nothing, at a version that no event of a stream has. The store must see the tombstones' stream that it has just made, and no earlier one.
  drop policy if exists tombstone on @service@.mt_events;
  create policy tombstone on @service@.mt_events for insert to @service@
    with check (type = 'tombstone' and data = '{}' and version = seq_id and coalesce((select current_setting('@setting@', true)), '') = '');
  drop policy if exists tombstone on @service@.mt_streams;
  create policy tombstone on @service@.mt_streams for insert to @service@
    with check (version = 0 and type is null and coalesce((select current_setting('@setting@', true)), '') = '');
  drop policy if exists tombstone_made on @service@.mt_streams;
  create policy tombstone_made on @service@.mt_streams for select to @service@
    using (version = 0 and type is null and timestamp = transaction_timestamp() and coalesce((select current_setting('@setting@', true)), '') = '');

  -- A service adds events; neither it nor its daemon changes one, and no stream is renamed, moved or taken away.
  revoke all on @service@.mt_events, @service@.mt_streams from @service@, @service@_daemon, eraser, reader, ledger;
  grant select, insert on @service@.mt_events, @service@.mt_streams to @service@;
  grant update (version, timestamp) on @service@.mt_streams to @service@;
  grant select on @service@.mt_events, @service@.mt_streams to @service@_daemon;

  -- The daemon writes views and its progress, and what it tells goes to the outbox.
  for name in select c.relname from pg_class c where c.relnamespace = '@service@'::regnamespace and c.relkind in ('r', 'p') loop
    if starts_with(name, 'mt_doc_') then
      execute format('grant truncate on @service@.%I to @service@_daemon', name);
      execute format('grant select, insert, update on @service@.%I to eraser', name);
    elsif starts_with(name, 'wolverine_') then
      execute format('revoke all on @service@.%I from @service@_daemon', name);
    end if;
  end loop;
  grant select on all sequences in schema @service@ to @service@_daemon;
  grant insert on @service@.wolverine_outgoing_envelopes, @service@.wolverine_incoming_envelopes to @service@_daemon;

  -- Keys are destroyed and names taken away by erasure alone, which says so in an event as the service does; a job of the daemon's wraps keys anew.
  grant select, insert on @service@.mt_events, @service@.mt_streams to eraser;
  grant update (version, timestamp) on @service@.mt_streams to eraser;
  grant usage, select on all sequences in schema @service@ to eraser;
  grant insert, update on @service@.wolverine_outgoing_envelopes, @service@.wolverine_incoming_envelopes to eraser;
  revoke update, delete, truncate on @service@.mt_doc_datakey from @service@;

  -- Who writes bilans adds nothing to the ledger: the handlers that take entries become another role for it, which does that and no more.
  if '@service@' = 'reporting' then
    drop policy if exists entries on reporting.mt_events;
    create policy entries on reporting.mt_events as restrictive for insert
      with check ((type = 'entry_ledgered') = (current_user = 'ledger') or current_user = 'migrator');
    grant select, insert on reporting.mt_events, reporting.mt_streams, reporting.mt_doc_received to ledger;
    grant update (version, timestamp) on reporting.mt_streams to ledger;
    grant usage, select on all sequences in schema reporting to ledger;
    grant select, insert, update on reporting.wolverine_incoming_envelopes, reporting.wolverine_outgoing_envelopes to ledger;
  end if;
  revoke delete, truncate on @service@.mt_doc_datakey from @service@_daemon;

  -- What binds the ledger's entries is added where they are told, and never changed; erasure alone takes salts out of it.
  revoke insert, update, delete, truncate on @service@.mt_doc_commitments from @service@;
  revoke update, delete, truncate on @service@.mt_doc_commitments from @service@_daemon;
  if to_regclass('@service@.mt_doc_identityrecord') is not null then
    execute 'revoke delete, truncate on @service@.mt_doc_identityrecord from @service@, @service@_daemon';
    execute 'grant delete on @service@.mt_doc_identityrecord to eraser';
  end if;
  if to_regclass('@service@.mt_doc_namedigests') is not null then
    execute 'revoke delete, truncate on @service@.mt_doc_namedigests from @service@, @service@_daemon';
    execute 'grant delete on @service@.mt_doc_namedigests to eraser';
  end if;

  -- What a message failed of may quote what was said; its type and the trace say enough.
  execute 'create or replace function @service@.keep_quiet() returns trigger language plpgsql as
    $quiet$ begin new.exception_message := ''''; return new; end $quiet$';
  drop trigger if exists keep_quiet on @service@.wolverine_dead_letters;
  create trigger keep_quiet before insert or update on @service@.wolverine_dead_letters
    for each row execute function @service@.keep_quiet();

  -- A timer is as old as its turn: what was told long ago would pass for lost as soon as a node takes it up, and be handled twice.
  execute 'create or replace function @service@.take_up() returns trigger language plpgsql as
    $turn$ begin new.timestamp := now() at time zone ''utc''; return new; end $turn$';
  drop trigger if exists take_up on @service@.wolverine_incoming_envelopes;
  create trigger take_up before update on @service@.wolverine_incoming_envelopes for each row
    when (old.status = 'Scheduled' and new.status = 'Incoming') execute function @service@.take_up();

  -- Erasure takes persons' messages away, wherever they wait or have failed.
  for name in
    select c.oid::regclass::text from pg_class c
    where c.relkind in ('r', 'p') and (c.relnamespace = '@queues@'::regnamespace or c.relnamespace = '@service@'::regnamespace)
      and (starts_with(c.relname, 'wolverine_queue_') or c.relname in ('wolverine_dead_letters', 'wolverine_incoming_envelopes', 'wolverine_outgoing_envelopes'))
  loop
    execute format('grant select, delete on %s to eraser', name);
  end loop;

  -- Operators read how far and how many: never a body, a text, a name, a key or who acted.
  for name, columns in
    select c.oid::regclass::text, string_agg(quote_ident(a.attname), ', ')
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace in ('@service@'::regnamespace, '@queues@'::regnamespace) and not starts_with(c.relname, 'mt_doc_')
      and a.attname in ('id', 'seq_id', 'stream_id', 'version', 'type', 'timestamp', 'created', 'tenant_id', 'is_archived', 'name', 'last_seq_id',
        'last_updated', 'message_type', 'status', 'owner_id', 'execution_time', 'attempts', 'received_at', 'sent_at', 'exception_type', 'destination',
        'deliver_by', 'keep_until', 'replayable', 'node_number', 'started', 'health_check')
    group by c.oid
  loop
    execute format('grant select (%s) on %s to reader', columns, name);
  end loop;
end $$;
