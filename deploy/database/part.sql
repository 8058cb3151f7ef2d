-- Parts two cells, after a copy of one's databases became the other's: in each, the practices that are not there any more lose the keys that open their
-- texts, and their API keys and calendar links are unknown. Events stay, since the ledger's proof is over all of them; without their keys nobody
-- reads what was said in them, and no webhook of theirs is called. Nothing brings the keys back but the other cell.
--
-- Run by the migrator in each database of both cells while their services are stopped; may be run again. Who is where is said by one of
--   practice.staying   these practices are here, and no other: PGOPTIONS='-c practice.staying=one,another' psql -f part.sql
--   practice.leaving   these are not here any more, and every other is
do $$
declare
  staying text[] := string_to_array(nullif(current_setting('practice.staying', true), ''), ',');
  leaving text[] := string_to_array(nullif(current_setting('practice.leaving', true), ''), ',');
  relation text;
  practice text;
begin
  if (staying is null) = (leaving is null) then
    raise exception 'Say who is here by practice.staying, or who is not by practice.leaving; one of both.';
  end if;
  for relation, practice in
    select c.oid::regclass::text, kept.practice
    from (values ('mt_doc_datakey', 'tenant_id'), ('mt_doc_knownkey', 'data ->> ''tenant'''), ('mt_doc_calendaraddress', 'data ->> ''tenant''')) kept (name, practice)
    join pg_class c on c.relname = kept.name and c.relkind in ('r', 'p')
    where c.relnamespace::regnamespace::text in ('engagement', 'session', 'reporting')
  loop
    execute format('delete from %s where not coalesce(%s = any($1), %s <> all($2))', relation, practice, practice) using staying, leaving;
  end loop;
end $$;
