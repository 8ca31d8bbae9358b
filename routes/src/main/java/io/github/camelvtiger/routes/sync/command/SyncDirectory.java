package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.names.NearestNames;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The sync files of the application, and the CRM that they are checked against.
 *
 * @param path the setting {@code syncs.directory}
 * @param placeholders resolves {@code {{setting}}} in a text
 * @param crm empty if {@code vtiger.url} is not set
 * @param named the CRM of a named connection; empty if the settings have none of that name
 * @param sources the databases that sync files name
 */
public record SyncDirectory(
        Path path,
        UnaryOperator<String> placeholders,
        Optional<ClientSettings> crm,
        Function<String, Optional<ClientSettings>> named,
        Function<String, StoreAddress> sources) {

    /**
     * @param name of the only sync to look at; null for all
     * @throws IllegalArgumentException if there is none of that name
     */
    SyncFiles read(String name) {
        SyncFiles files = SyncFiles.read(path, placeholders);
        if (name != null && !files.names().contains(name)) {
            List<String> nearest = NearestNames.of(name, files.names());
            throw new IllegalArgumentException("There is no sync '" + name + "' in " + path + "; "
                    + (files.names().isEmpty()
                            ? "there is none at all."
                            : nearest.isEmpty()
                                    ? "there are " + String.join(", ", files.names()) + "."
                                    : "did you mean " + String.join(" or ", nearest) + "?"));
        }
        return files;
    }

    /** @param connection the name of one; empty for the application's */
    KeptModules modules(Optional<String> connection) {
        Path kept = path.resolve(".modules");
        return new KeptModules(connection.map(kept::resolve).orElse(kept));
    }

    /** The CRM of a connection, asked when it is needed. */
    CrmModules open(Optional<String> connection) {
        return connection.isPresent()
                ? new CrmModules(
                        modules(connection),
                        named.apply(connection.get()),
                        "there is no connection '" + connection.get() + "'")
                : new CrmModules(modules(connection), crm, "vtiger.url is not set");
    }
}
