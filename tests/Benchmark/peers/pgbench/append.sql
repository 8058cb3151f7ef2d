-- A peer of the benchmark, not a part of the system: the bare append of one event, by the function that the store itself calls, on tables
-- of the same definition. It reads nothing, decides nothing, keeps no read model. Each client has streams of its own.
\set n :client_id * :each + random(1, :each)
select engagement.mt_quick_append_events(lpad(to_hex(:n::int), 32, '0')::uuid, 'facilitator', 'bench', array[gen_random_uuid()], array['qualification_evidenced'], array['Bench'], array[:event]::jsonb[], array[null]::bytea[], array['bench'], array['bench'], array[:headers]::jsonb[], array['practice'], array[now()]);
