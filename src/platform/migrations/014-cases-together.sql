-- The other cases that belong to a case, and how; null where none do. A fold of the case's events.
alter table cases add column ties jsonb;
-- The open cases of a service in the order in which they came in: those that may be the same as another are looked for around it.
create index cases_open_service on cases (council, service, id) where closed_at is null;
