-- A message that comes again is known by its writes.
create index if not exists sync_write_place on sync_write (place);
