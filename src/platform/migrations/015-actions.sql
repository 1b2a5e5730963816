-- What officers filled in when they took actions, by its name in rules; null where nothing was. A fold of the case's events.
alter table cases add column recorded jsonb;
