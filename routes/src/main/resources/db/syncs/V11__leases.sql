-- Which process runs a sync, where several share the database. What a process that is killed holds expires.
create table if not exists sync_lease (
    name varchar(100) primary key,
    owner varchar(50) not null,
    host varchar(200) not null,
    run varchar(150),
    since timestamp with time zone not null,
    expires timestamp with time zone not null
);
