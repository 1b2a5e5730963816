-- Lists that few cases are on, or that cases come to late: submissions write none of these indexes.
create index cases_waiting on cases (council, team, nearest_at, id) where closed_at is null and waiting_reply;
create index cases_paused on cases (council, team, id) where closed_at is null and (clock -> 'pauses' -> -1 -> 'until') = 'null'::jsonb;
create index cases_closed on cases (council, closed_at, id) where closed_at is not null;
