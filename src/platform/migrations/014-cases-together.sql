-- The other cases that belong to a case, and how; null where none do. A fold of the case's events.
alter table cases add column ties jsonb;
