-- Where others who must confirm a case stand, in the order in which they are named; null where nobody must. A fold of the case's events.
alter table cases add column confirmations jsonb;
-- The emailed links that let somebody do one thing about a case. Only the hash of a token is kept, and nobody's name or address.
create table case_links (
  council text not null,
  id uuid not null,
  case_id uuid not null,
  -- What it lets them do, and nothing else: confirm, or answer.
  purpose text not null,
  -- From 1: which of those who must confirm, or which request.
  number integer not null,
  -- The number of the event that asked: a later one makes the link useless.
  asked integer not null,
  token_hash bytea not null,
  expires_at timestamptz not null,
  primary key (council, id),
  unique (council, token_hash)
);
create index case_links_expire on case_links (council, expires_at);
