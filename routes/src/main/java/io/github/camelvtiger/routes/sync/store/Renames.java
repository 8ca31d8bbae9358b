package io.github.camelvtiger.routes.sync.store;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Syncs that get another name, kept from the decision until everything has it, so that one that was interrupted is finished. */
public final class Renames {

    /** Everything that is kept by the name of a sync. */
    static final List<String> TABLES =
            List.of("sync_run", "sync_reject", "sync_link", "sync_state", "sync_walk", "sync_reference", "sync_file");

    private final Database database;
    private final InstantSource clock;

    Renames(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A sync that is to be called otherwise. */
    public record Rename(String from, String to) {}

    /** From now on it is to be done. */
    public void intend(Rename rename) {
        database.useHandle(handle -> handle.createUpdate(
                        "insert into sync_rename (old_name, new_name, intended) values (:from, :to, :now)")
                .bind("from", rename.from())
                .bind("to", rename.to())
                .bind("now", clock.instant())
                .execute());
    }

    /** Those that are still to be done, the oldest first. */
    public List<Rename> open() {
        return database.withHandle(handle -> handle.createQuery("select * from sync_rename order by intended, old_name")
                .map((row, context) -> new Rename(row.getString("old_name"), row.getString("new_name")))
                .list());
    }

    /** Whether anything is kept of a sync of that name. */
    public boolean isUsed(String sync) {
        return database.withHandle(handle -> TABLES.stream()
                .anyMatch(table -> handle.createQuery("select count(*) from " + table + " where sync = :sync")
                                .bind("sync", sync)
                                .mapTo(Long.class)
                                .one()
                        > 0));
    }

    /** What a sync file is known by, before and after its text is changed for the name. */
    public record Text(String before, String after) {}

    /**
     * Gives all that is kept of the sync the new name, at once. What is known of runs goes on to hold although the text of the sync file
     * is another one.
     *
     * @param text empty if it has been changed already
     */
    public void carryOver(Rename rename, Optional<Text> text) {
        database.useTransaction(handle -> {
            text.ifPresent(changed -> update(handle, rename.from(), changed));
            for (String table : TABLES) {
                handle.createUpdate("update " + table + " set sync = :to where sync = :from")
                        .bind("from", rename.from())
                        .bind("to", rename.to())
                        .execute();
            }
        });
    }

    private static void update(Handle handle, String sync, Text changed) {
        handle.createUpdate("update sync_run set sync_sha256 = :after where sync = :sync and sync_sha256 = :before")
                .bind("sync", sync)
                .bind("before", changed.before())
                .bind("after", changed.after())
                .execute();
    }

    /** Nothing has the old name any more. */
    public void done(Rename rename) {
        database.useHandle(handle -> handle.createUpdate("delete from sync_rename where old_name = :from")
                .bind("from", rename.from())
                .execute());
    }
}
