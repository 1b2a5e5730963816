-- Closed cases of one service or one officer: written as a case is closed, not as it comes in.
create index cases_closed_service on cases (council, service, closed_at, id) where closed_at is not null;
create index cases_closed_officer on cases (council, officer, closed_at, id) where closed_at is not null and officer is not null;

-- Lists of cases that officers keep under a name, for themselves or for a team.
create table saved_lists (
  council text not null,
  -- The one-time key of the form that saved it, so that the form sent again saves nothing more.
  id uuid not null,
  name text not null,
  officer uuid not null,
  -- The team whose officers see it too; none where it is the officer's alone.
  team text,
  -- What is listed and how, as the query of the list's address says it: no personal data.
  query text not null,
  created_at timestamptz not null,
  primary key (council, id)
);
create index saved_lists_officer on saved_lists (council, officer);
create index saved_lists_team on saved_lists (council, team) where team is not null;
