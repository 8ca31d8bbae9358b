package io.github.camelvtiger;

import io.github.camelvtiger.changes.Cursor;
import io.github.camelvtiger.changes.CursorStore;
import io.github.camelvtiger.changes.FileCursorStore;
import java.nio.file.Path;

/**
 * Where a consumer keeps its position.
 *
 * @param repository null where files are used
 * @param directory of those files
 * @param key the cursor's name
 */
record CursorPlace(CursorStore repository, Path directory, String key) {

    static CursorPlace of(VtigerEndpoint endpoint) {
        VtigerConfiguration options = endpoint.getConfiguration();
        String key = options.getCursorKey() == null ? defaultKey(endpoint) : options.getCursorKey();
        Path directory = Path.of(options.getCursorDirectory()).toAbsolutePath().normalize();
        return new CursorPlace(options.getCursorRepository(), directory, key);
    }

    /** Host, path, user name and module: whatever narrows the feed may change without losing the position. */
    private static String defaultKey(VtigerEndpoint endpoint) {
        return endpoint.crm() + "/" + endpoint.getServiceMetadata().get("username") + "/" + endpoint.getModule();
    }

    Cursor open() {
        return (repository == null ? new FileCursorStore(directory) : repository).open(key);
    }
}
