-- Where others who must confirm a case stand, in the order in which they are named; null where nobody must. A fold of the case's events.
alter table cases add column confirmations jsonb;
-- The emailed links by which they confirm. Only the hash of a token is kept, and nobody's name or address.
create table confirmation_links (
  council text not null,
  id uuid not null,
  case_id uuid not null,
  -- From 1, as they are named.
  person integer not null,
  -- The number of the event that asked them: a later one makes the link useless.
  asked integer not null,
  token_hash bytea not null,
  expires_at timestamptz not null,
  primary key (council, id),
  unique (council, token_hash)
);
create index confirmation_links_expire on confirmation_links (council, expires_at);
