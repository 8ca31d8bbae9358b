package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.names.NearestNames;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The sync files of the application, and the CRM that they are checked against.
 *
 * @param path the setting {@code syncs.directory}
 * @param placeholders resolves {@code {{setting}}} in a text
 * @param crm empty if {@code vtiger.url} is not set
 */
public record SyncDirectory(Path path, UnaryOperator<String> placeholders, Optional<ClientSettings> crm) {

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

    KeptModules modules() {
        return new KeptModules(path.resolve(".modules"));
    }
}
