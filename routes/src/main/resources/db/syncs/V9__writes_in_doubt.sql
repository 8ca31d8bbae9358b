-- Writes of which is not known whether they arrived are looked for before each record that others refer to is created.
create index if not exists sync_write_state on sync_write (state);
