package io.github.camelvtiger.routes.sync.rename;

import io.github.camelvtiger.changes.Cursor;
import io.github.camelvtiger.changes.CursorAdministration;
import io.github.camelvtiger.changes.CursorCatalog;
import io.github.camelvtiger.changes.CursorException;
import io.github.camelvtiger.changes.CursorState;
import io.github.camelvtiger.changes.CursorStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cursors of the feeds of syncs, in the store that the application uses. */
public final class SyncCursors {

    /** A catalog writes keys so that people can read them, and adds some digits. */
    private static final Pattern MODULE = Pattern.compile(".*?([A-Za-z0-9]+)-[0-9a-f]+");

    private final CursorStore store;
    private final CursorCatalog catalog;
    private final InstantSource clock;

    private SyncCursors(CursorStore store, CursorCatalog catalog, InstantSource clock) {
        this.store = store;
        this.catalog = catalog;
        this.clock = clock;
    }

    public static <S extends CursorStore & CursorCatalog> SyncCursors of(S store, InstantSource clock) {
        return new SyncCursors(store, store, clock);
    }

    /**
     * How far a feed is.
     *
     * @param readUpTo the time of the CRM up to which it has looked; what a slow save brings in later, it finds by looking again
     * @param loading whether it is still at the records that were there before it began
     */
    public record Progress(Instant readUpTo, boolean loading) {}

    /** Also of a feed that runs; empty if it has not begun. */
    public Optional<Progress> progress(String key) {
        return catalog.nameOf(key).flatMap(catalog::look).map(SyncCursors::progress);
    }

    private static Progress progress(CursorState state) {
        return new Progress(
                state.positions().get(0).modifiedTime(), state.backfilledUpTo().isPresent());
    }

    /** The modules for which there is a cursor whose key begins so. */
    public List<String> modules(String prefix) {
        return catalog.names().stream()
                .map(name -> module(prefix, name))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> module(String prefix, String name) {
        Matcher matcher = MODULE.matcher(name);
        return matcher.matches()
                ? Optional.of(matcher.group(1)).filter(module -> catalog.nameOf(prefix + module)
                        .filter(name::equals)
                        .isPresent())
                : Optional.empty();
    }

    /**
     * Gives a cursor, with what is known of the records, another key. If it is interrupted, do it again.
     *
     * @throws CursorException if a feed uses one of them, or the storage fails
     */
    void move(String from, String to) {
        try (Cursor former = store.open(from);
                CursorAdministration old = new CursorAdministration(former, clock)) {
            try (Cursor other = store.open(to)) {
                old.copyTo(other);
            }
            old.discard();
        }
    }
}
