package io.github.camelvtiger.routes.sync.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The CRMs that sync files name, each asked once for what several of them need. */
final class CheckedCrms implements AutoCloseable {

    private final SyncDirectory directory;
    private final Map<Optional<String>, CrmModules> open = new HashMap<>();

    CheckedCrms(SyncDirectory directory) {
        this.directory = directory;
    }

    /** @param connection the name of one; empty for the application's */
    CrmModules of(Optional<String> connection) {
        return open.computeIfAbsent(connection, directory::open);
    }

    /** Whether the settings have a connection of that name. */
    boolean has(String connection) {
        return directory.named().apply(connection).isPresent();
    }

    @Override
    public void close() {
        open.values().forEach(CrmModules::close);
    }
}
