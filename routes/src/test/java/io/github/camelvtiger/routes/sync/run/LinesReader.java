package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.rows.BadFileException;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines {@code field=value;field=value}; a line {@code !} is a row with a fault, a line {@code #} the end of what can be read. */
final class LinesReader implements RowReader {

    private final List<String> lines;
    private int next;

    LinesReader(Path file) throws IOException {
        lines = Files.readAllLines(file);
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public boolean hasNext() {
        return next < lines.size();
    }

    @Override
    public Row next() {
        String line = lines.get(next++);
        if (line.equals("#")) {
            throw new BadFileException("The file breaks off at line " + next + ".");
        }
        Map<String, Object> cells = new LinkedHashMap<>();
        for (String cell : line.equals("!") ? new String[0] : line.split(";")) {
            cells.put(cell.substring(0, cell.indexOf('=')), cell.substring(cell.indexOf('=') + 1));
        }
        return new Row(
                next, "line " + next, cells, line.equals("!") ? Optional.of("It is damaged.") : Optional.empty());
    }

    @Override
    public void close() {}
}
