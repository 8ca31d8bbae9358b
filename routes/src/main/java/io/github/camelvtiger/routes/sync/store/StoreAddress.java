package io.github.camelvtiger.routes.sync.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the database is.
 *
 * @param url of JDBC
 */
public record StoreAddress(String url, Optional<String> username, Optional<String> password) {

    /**
     * An H2 database in files that one process at a time can open. Without {@code WRITE_DELAY=0} H2 writes commits up to
     * half a second late, and a killed process loses them.
     *
     * @param directory which is made if it does not exist
     */
    public static StoreAddress files(Path directory) {
        return new StoreAddress(
                "jdbc:h2:file:" + directory.resolve("syncs").toAbsolutePath() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                Optional.empty(),
                Optional.empty());
    }

    /** Without user and password, which the url may hold as well. */
    @Override
    public String toString() {
        return url.replaceAll("[?;].*", "").replaceAll("//[^/@]*@", "//");
    }
}
