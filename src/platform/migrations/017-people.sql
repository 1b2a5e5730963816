-- Somebody known at the desk, before any case or beside several (see the decision on people at the desk). Cases stay what they say themselves: a
-- record only says which journeys are one person's.
create table people (
  council text not null,
  -- The one-time key of the form that made it, or what follows from the case that it was made of.
  id uuid not null,
  name text not null,
  -- Lower case.
  email text,
  phone text,
  address jsonb not null default '[]',
  postcode text,
  -- As cases keep a name for search, and the last ten digits of the telephone number.
  search text not null,
  phone_search text,
  -- Typed by an officer, and seen by all at the desk. Otherwise it was made of cases, and is seen by those who may see one of them.
  by_hand boolean not null,
  officer uuid not null,
  -- The record that took its place, until that is undone.
  merged_into uuid,
  merged_at timestamptz,
  merged_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (council, id)
);
create index people_search on people (council, search text_pattern_ops);
create index people_email on people (council, email) where email is not null;
create index people_phone on people (council, phone_search) where phone_search is not null;
create index people_postcode on people (council, postcode) where postcode is not null;
create index people_merged on people (council, merged_into) where merged_into is not null;

-- Whose a journey is, by the draft that it is or was: the case of a journey has the draft's id as its submission.
create table person_journeys (
  council text not null,
  submission uuid not null,
  -- Null where a draft is continued for somebody who is not known.
  person uuid,
  -- The officer who said so, and may go on with the draft.
  officer uuid not null,
  -- 'started' at the desk, found to be the 'same' person, or 'agreed' that an officer goes on with it.
  how text not null,
  -- The channel in which the officer goes on with it.
  channel text,
  call uuid,
  -- The link by which the person was to finish it themselves.
  link uuid,
  link_at timestamptz,
  at timestamptz not null,
  primary key (council, submission)
);
create index person_journeys_person on person_journeys (council, person) where person is not null;
create index person_journeys_call on person_journeys (council, call) where call is not null;

-- A call or a visit, from its start to its wrap-up.
create table calls (
  council text not null,
  -- The one-time key of the form that started it.
  id uuid not null,
  officer uuid not null,
  person uuid,
  channel text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  -- Why they contacted the council, as its folder says; and whether that is a failure, as it said so then.
  reason text,
  failure boolean,
  -- Null for none in particular.
  service text,
  case_id uuid,
  note text,
  primary key (council, id)
);
create index calls_person on calls (council, person, started_at) where person is not null;
create index calls_case on calls (council, case_id) where case_id is not null;
create index calls_officer on calls (council, officer, started_at);

-- A number that a person on the web reads out, so that an officer opens the same journey. Only its hash is kept.
create table draft_codes (
  council text not null,
  code_hash bytea not null,
  draft uuid not null,
  expires_at timestamptz not null,
  primary key (council, code_hash)
);
create index draft_codes_draft on draft_codes (council, draft);

-- What is left of the address that a link was sent to: by its hash an officer who is told the address finds the draft.
alter table resume_links add column email_hash bytea;
create index resume_links_email on resume_links (council, email_hash) where email_hash is not null;

-- A person is found by what they say of themselves.
create index cases_postcode on cases (council, person_postcode) where person_postcode is not null;
create index cases_phone on cases (council, right(regexp_replace(regexp_replace(person ->> 'phone', '[a-zA-Z].*$', ''), '[^0-9]', '', 'g'), 10))
  where person ->> 'phone' is not null;
