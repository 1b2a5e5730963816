-- The case that a journey of an officer's moves to another service, once it is sent; null for every other journey.
alter table drafts add column moves uuid;
