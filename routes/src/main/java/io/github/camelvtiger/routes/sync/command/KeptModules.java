package io.github.camelvtiger.routes.sync.command;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.client.ModuleDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What describe answered for modules, a JSON file each, so that mappings can be tested without a CRM. The files may be kept
 * under version control with the sync files.
 */
record KeptModules(Path directory) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("\\w{1,100}");

    /** Empty if it is not kept, or no longer as it was kept. */
    Optional<ModuleDescription> find(String module) {
        Path file = directory.resolve(module + ".json");
        if (!NAME.matcher(module).matches() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    ModuleDescription.of(JSON.readValue(file.toFile(), new TypeReference<Map<String, Object>>() {})));
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    void keep(ModuleDescription module) {
        try {
            Files.createDirectories(directory);
            Path written = Files.createTempFile(directory, ".writing-", ".json");
            JSON.writerWithDefaultPrettyPrinter().writeValue(written.toFile(), module.raw());
            Files.move(
                    written,
                    directory.resolve(module.name() + ".json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
