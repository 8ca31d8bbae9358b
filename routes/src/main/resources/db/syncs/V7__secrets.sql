-- Random keys, such as that of the hashes in tables.
create table if not exists sync_secret (
    name varchar(100) primary key,
    secret_value varchar(100) not null
);
