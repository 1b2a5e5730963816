-- Files that no case has, by age: those of other systems and of forms that were not sent are deleted after a month.
create index files_unclaimed on files (council, id) where case_id is null;
