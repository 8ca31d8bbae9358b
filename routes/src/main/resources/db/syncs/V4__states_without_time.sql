-- What changes in a CRM without a time of its own: records of modules that have none, and relations.

-- A hash of the state in which a record was last delivered.
create table if not exists sync_state (
    sync varchar(100) not null,
    module varchar(100) not null,
    record_id varchar(50) not null,
    hash varchar(64) not null,
    primary key (sync, module, record_id)
);

-- How far a walk through the records of a module is, and when the last whole one ended.
create table if not exists sync_walk (
    sync varchar(100) not null,
    module varchar(100) not null,
    subject varchar(64) not null,
    position varchar(50),
    ended timestamp with time zone,
    primary key (sync, module)
);
