-- What an API call without files asked is kept with its case, so that it costs no row of its own. Calls with files are still noted first.
alter table cases add column call_hash bytea;
