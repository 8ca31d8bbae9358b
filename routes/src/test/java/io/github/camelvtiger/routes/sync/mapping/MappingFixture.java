package io.github.camelvtiger.routes.sync.mapping;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.rows.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** Mappings of sync files as people write them. */
final class MappingFixture {

    static final CamelContext CAMEL = new DefaultCamelContext();

    private MappingFixture() {}

    /** A sync from a file into Leads. */
    static SyncDefinition leads(String rest) {
        return sync("from: { file: in }\nto: { crm: Leads }\n" + rest);
    }

    static SyncDefinition sync(String yaml) {
        try {
            Path directory = Files.createTempDirectory("sync");
            Path file = Files.writeString(directory.resolve("test.yaml"), yaml);
            SyncFiles files = SyncFiles.read(directory, UnaryOperator.identity());
            Files.delete(file);
            Files.delete(directory);
            if (!files.faults().isEmpty()) {
                throw new IllegalArgumentException(files.faults().toString());
            }
            return files.files().get(0).definition();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Mapping mapping(SyncDefinition sync, String... columns) {
        return Mapping.of(sync, "Leads", List.of(columns), TestModules::find, CAMEL);
    }

    static List<MappingFault> faults(SyncDefinition sync, String... columns) {
        return Mapping.faults(sync, "Leads", List.of(columns), TestModules::find, CAMEL);
    }

    /** @param cells name and value in turn */
    static Row row(Object... cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put((String) cells[i], cells[i + 1]);
        }
        return new Row(1, "line 2", row, Optional.empty());
    }
}
