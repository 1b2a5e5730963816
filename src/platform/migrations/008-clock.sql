-- What is known of a case's time besides its deadline: what was promised, when its clock was stopped, the deadline of its stage, and of which
-- deadlines officers were told (docs/adr/0024-the-clock.md). Null where nothing is but the deadline.
alter table cases add column clock jsonb;
-- The nearest deadline that runs, by which open cases are listed: a case whose clock is stopped comes last.
alter table cases add column nearest_at timestamptz;
update cases set nearest_at = due_at;
alter table cases alter column nearest_at set not null;
-- When something may next happen by itself: a warning, an escalation, an action. It is looked for by this alone. Cases from before have none
-- until something happens to them.
alter table cases add column alarm_at timestamptz;
create index cases_alarm on cases (council, alarm_at) where alarm_at is not null;
drop index cases_open_due, cases_open_team, cases_open_officer;
create index cases_open_due on cases (council, nearest_at, id) where closed_at is null;
create index cases_open_team on cases (council, team, nearest_at, id) where closed_at is null;
create index cases_open_officer on cases (council, officer, nearest_at, id) where closed_at is null and officer is not null;
