-- What was asked of the person of a case, and where it stands; null where nothing was. A fold of the case's events.
alter table cases add column requests jsonb;
-- What people agreed that other services may see, found by their email address.
create index cases_shared on cases (council, person_email) where requests @> '[{"shared": true}]';
-- The emailed links by which people answer. Only the hash of a token is kept, and nobody's name or address.
create table request_links (
  council text not null,
  id uuid not null,
  case_id uuid not null,
  -- From 1 within its case.
  request integer not null,
  -- The number of the event that asked: a later one makes the link useless.
  asked integer not null,
  token_hash bytea not null,
  expires_at timestamptz not null,
  primary key (council, id),
  unique (council, token_hash)
);
create index request_links_expire on request_links (council, expires_at);
