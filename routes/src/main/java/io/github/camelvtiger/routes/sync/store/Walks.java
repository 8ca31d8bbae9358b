package io.github.camelvtiger.routes.sync.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** How far syncs are that go through the records of a module, and when they last came to the end. */
public final class Walks {

    private final Database database;

    Walks(Database database) {
        this.database = database;
    }

    /**
     * One walk.
     *
     * @param subject what it looks at; one with another subject begins from the start
     * @param position the last record that is done; empty if none is since the last end
     * @param ended when it last came to the end; empty if it never has
     */
    public record Walk(String subject, Optional<String> position, Optional<Instant> ended) {}

    public Optional<Walk> find(String sync, String module) {
        return database.withHandle(handle -> handle.createQuery(
                        "select subject, position, ended from sync_walk where sync = :sync and module = :module")
                .bind("sync", sync)
                .bind("module", module)
                .map((row, context) -> new Walk(
                        row.getString("subject"),
                        Optional.ofNullable(row.getString("position")),
                        Optional.ofNullable(row.getObject("ended", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .findOne());
    }

    /** When those last came to their ends whose modules begin so; the earliest, or empty if there are none. */
    public Optional<Instant> earliest(String sync, String begin) {
        return database.withHandle(handle -> handle.createQuery(
                        "select min(ended) from sync_walk where sync = :sync and module like :modules")
                .bind("sync", sync)
                .bind("modules", begin + "%")
                .map((row, context) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .one());
    }

    /** What is known of it from now on. */
    public void put(String sync, String module, Walk walk) {
        database.useTransaction(handle -> {
            handle.createUpdate("delete from sync_walk where sync = :sync and module = :module")
                    .bind("sync", sync)
                    .bind("module", module)
                    .execute();
            handle.createUpdate("insert into sync_walk (sync, module, subject, position, ended)"
                            + " values (:sync, :module, :subject, :position, :ended)")
                    .bind("sync", sync)
                    .bind("module", module)
                    .bind("subject", walk.subject())
                    .bind("position", walk.position().orElse(null))
                    .bind(
                            "ended",
                            walk.ended()
                                    .map(time -> time.atOffset(ZoneOffset.UTC))
                                    .orElse(null))
                    .execute();
        });
    }
}
