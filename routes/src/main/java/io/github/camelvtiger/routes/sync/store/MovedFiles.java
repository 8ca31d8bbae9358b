package io.github.camelvtiger.routes.sync.store;

import java.util.Optional;

/** The files of documents that have moved to another CRM, which may call them otherwise. */
public final class MovedFiles {

    private final Database database;

    MovedFiles(Database database) {
        this.database = database;
    }

    /**
     * One file.
     *
     * @param file its id in the source; another one is another file
     * @param name in the source
     * @param targetName what the target made of the name
     */
    public record Moved(String file, String name, String targetName) {}

    /** @param source the document, as the source calls it, such as {@code Documents 15x34} */
    public Optional<Moved> find(String sync, String source) {
        return database.withHandle(handle -> handle.createQuery(
                        "select source_file, name, target_name from sync_file where sync = :sync and source = :source")
                .bind("sync", sync)
                .bind("source", source)
                .map((row, context) ->
                        new Moved(row.getString("source_file"), row.getString("name"), row.getString("target_name")))
                .findOne());
    }

    public void put(String sync, String source, Moved file) {
        database.useTransaction(handle -> {
            handle.createUpdate("delete from sync_file where sync = :sync and source = :source")
                    .bind("sync", sync)
                    .bind("source", source)
                    .execute();
            handle.createUpdate("insert into sync_file (sync, source, source_file, name, target_name)"
                            + " values (:sync, :source, :file, :name, :targetName)")
                    .bind("sync", sync)
                    .bind("source", source)
                    .bind("file", file.file())
                    .bind("name", file.name())
                    .bind("targetName", file.targetName())
                    .execute();
        });
    }

    /** How many there are. */
    public long number(String sync) {
        return database.withHandle(handle -> handle.createQuery("select count(*) from sync_file where sync = :sync")
                .bind("sync", sync)
                .mapTo(Long.class)
                .one());
    }
}
