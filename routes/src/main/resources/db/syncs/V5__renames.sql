-- Syncs that are to be called otherwise, until everything has the new name.
create table if not exists sync_rename (
    old_name varchar(100) primary key,
    new_name varchar(100) not null,
    intended timestamp with time zone not null
);
