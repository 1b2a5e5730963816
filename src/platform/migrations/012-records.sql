-- When the personal values of a case and of its events were erased; null while they are there.
alter table cases add column erased_at timestamptz;
-- Closed cases by how long their version keeps them. Submissions write none of these but the last, by which a person's cases are found.
create index cases_to_erase on cases (council, service, version, closed_at, id) where closed_at is not null and erased_at is null;
create index cases_erased on cases (council, erased_at, id) where erased_at is not null;
create index cases_email on cases (council, person_email) where person_email is not null;

-- A legal hold: nothing of what it is about is erased while it stands. It is about one case, or about a person as cases name them: an email address,
-- or a name with a postcode. One that was lifted stays, with who lifted it.
create table holds (
  council text not null,
  -- The one-time key of the form or call that placed it.
  id uuid not null,
  case_id uuid,
  person_email text,
  -- As cases keep it for search.
  person_search text,
  person_postcode text,
  reason text not null,
  -- Null where the command line placed it.
  officer uuid,
  made_at timestamptz not null,
  -- The last day on which it stands; null until it is lifted.
  until date,
  lifted_at timestamptz,
  lifted_by uuid,
  primary key (council, id)
);
create index holds_standing on holds (council, case_id) where lifted_at is null;
