-- What was asked of the person of a case, and where it stands; null where nothing was. A fold of the case's events.
alter table cases add column requests jsonb;
-- What people agreed that other services may see, found by their email address.
create index cases_shared on cases (council, person_email) where requests @> '[{"shared": true}]';
