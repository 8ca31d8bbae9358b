package io.github.camelvtiger.routes.sync.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the database is.
 *
 * @param url of JDBC
 * @param directory of the database's files, which nobody else may read; empty if the database is elsewhere
 */
public record StoreAddress(String url, Optional<String> username, Optional<String> password, Optional<Path> directory) {

    /** A database that is reached by its url. */
    public StoreAddress(String url, Optional<String> username, Optional<String> password) {
        this(url, username, password, Optional.empty());
    }

    /**
     * An H2 database in files that one process at a time can open. Without {@code WRITE_DELAY=0} H2 writes commits up to
     * half a second late, and a killed process loses them. H2's own file of traces would have statements that failed, with what was in records.
     *
     * @param directory which is made if it does not exist
     */
    public static StoreAddress files(Path directory) {
        return files(directory, "syncs", "");
    }

    /** The same for a database that sync files name. Its names may be written without quotes, whatever their case. */
    public static StoreAddress files(Path directory, String name) {
        return files(directory, name, ";DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
    }

    private static StoreAddress files(Path directory, String name, String options) {
        return new StoreAddress(
                "jdbc:h2:file:" + directory.resolve(name).toAbsolutePath()
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0" + options,
                Optional.empty(),
                Optional.empty(),
                Optional.of(directory));
    }

    /**
     * Keeps the database's directory, which is made if it is not there, and its files from other users of the machine. Nothing for a
     * database that is elsewhere.
     *
     * @param subject of the sentence if that fails
     * @throws StoreException if that fails
     */
    void protect(String subject) {
        directory.ifPresent(files -> {
            try {
                OwnersFiles.directory(files);
                OwnersFiles.in(files);
            } catch (IOException e) {
                throw new StoreException(subject + " cannot be kept from others; see whether this process owns " + files
                        + " (" + e + ").");
            }
        });
    }

    /**
     * A message of pool or driver, which repeat the address, and may repeat a password. For the same reason they are not to be the
     * cause of an exception.
     */
    public String withoutSecrets(String message) {
        String plain = String.valueOf(message).replace(url, toString());
        return password.filter(secret -> !secret.isEmpty())
                .map(secret -> plain.replace(secret, "***"))
                .orElse(plain);
    }

    /** Without user and password, which the url may hold in several ways; where it is in doubt, with nothing behind the kind of database. */
    @Override
    public String toString() {
        String shown = url.replaceAll("[?;].*", "");
        if (url.startsWith("jdbc:h2:")) {
            return shown;
        }
        boolean isInDoubt = url.lastIndexOf('@') >= shown.length();
        return isInDoubt
                ? url.replaceAll("(?s)^(jdbc:\\w+:).*", "$1//...")
                : shown.replaceAll("^(jdbc:\\w+:).*@", "$1//").replaceAll("\\(.*\\)", "(...)");
    }
}
