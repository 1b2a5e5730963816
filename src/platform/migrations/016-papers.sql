-- Which officers have a case open, for the one who opens it too. It is worth nothing after ten minutes, nor after a crash: nothing of it is logged.
create unlogged table case_presence (
  council text not null,
  case_id uuid not null,
  officer uuid not null,
  -- When they last opened it.
  at timestamptz not null,
  primary key (council, case_id, officer)
);
create index case_presence_officer on case_presence (council, officer);

-- The one-time key of the form that made the paper a letter is on: pressed again it makes the same paper, and no letter is on two.
alter table messages add column print_key uuid;
create index messages_print_key on messages (council, print_key) where print_key is not null;
