package io.github.camelvtiger.routes.sync.rows;

import io.github.camelvtiger.routes.sync.definition.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of texts, read. */
final class RowsOfText {

    static final Format BY_NAME = new Format(Optional.empty(), "UTF-8", Optional.empty(), Optional.empty());

    private final Path directory;

    RowsOfText(Path directory) {
        this.directory = directory;
    }

    RowReader open(String name, String text) {
        return open(name, text.getBytes(StandardCharsets.UTF_8));
    }

    RowReader open(String name, byte[] bytes) {
        try {
            return Rows.open(Files.write(directory.resolve(name), bytes), BY_NAME, Duration.ZERO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Row> rows(String name, String text) {
        try (RowReader reader = open(name, text)) {
            List<Row> rows = new ArrayList<>();
            reader.forEachRemaining(rows::add);
            return rows;
        }
    }

    List<Map<String, Object>> cells(String name, String text) {
        return rows(name, text).stream().map(Row::cells).toList();
    }
}
