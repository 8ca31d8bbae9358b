package io.github.camelvtiger.routes.sync.killed;

import java.nio.file.Path;
import java.util.List;

/**
 * What a process of the syncs must know.
 *
 * @param crm url of the CRM
 * @param other url of the CRM that the sync files call {@code other}
 * @param broker url of the message broker
 * @param databases JDBC url of the databases that sync files name, without the name
 * @param directory for sync files, cursors and the store
 */
record Addresses(
        String crm,
        String key,
        String other,
        String otherKey,
        String username,
        String broker,
        String databases,
        Path directory) {

    private static final String OPTIONS = ";DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";

    static Addresses of(String... arguments) {
        return new Addresses(
                arguments[0],
                arguments[1],
                arguments[2],
                arguments[3],
                arguments[4],
                arguments[5],
                arguments[6],
                Path.of(arguments[7]));
    }

    String[] arguments() {
        return List.of(crm, key, other, otherKey, username, broker, databases, directory.toString())
                .toArray(String[]::new);
    }

    String database(String name) {
        return databases + name + OPTIONS;
    }
}
