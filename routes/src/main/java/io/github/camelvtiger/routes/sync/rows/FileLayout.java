package io.github.camelvtiger.routes.sync.rows;

import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.Format.Kind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How records are written into a file.
 *
 * @param encoding of text, with the byte order mark to begin with
 * @param separator of CSV
 * @param sheet of XLSX
 * @param titles the names of fields to what the file calls them, in the order of its columns; empty: all fields by
 *     their names, which in a table are those of the first record
 * @param formulas whether texts of CSV that a spreadsheet would compute are left as they are; neutralised otherwise
 * @param list what separates the values of a list in a cell
 */
public record FileLayout(
        Kind kind,
        TextEncoding encoding,
        Separator separator,
        String sheet,
        Map<String, String> titles,
        boolean formulas,
        String list) {

    private static final String SHEET = "Records";

    private static final String LIST = ";";

    public FileLayout {
        titles = Collections.unmodifiableMap(new LinkedHashMap<>(titles));
    }

    /**
     * The layout that a sync file's target asks for.
     *
     * @param file whose name says the kind unless the format does
     * @param titles see {@link FileLayout}
     * @throws BadFileException if the kind, the charset or the separator is not known
     */
    public static FileLayout of(Path file, Format format, Map<String, String> titles, boolean formulas, String list) {
        return new FileLayout(
                FileKinds.named(file, format),
                TextEncoding.unmarked(Rows.charset(format)),
                format.separator().map(Separator::named).orElse(Separator.COMMA),
                format.sheet().orElse(SHEET),
                titles,
                formulas,
                list);
    }

    /**
     * The layout of a file that is there: what reads the one reads the other.
     *
     * @param reader of that file
     */
    static FileLayout like(RowReader reader, Path file, Format format) throws IOException {
        TextEncoding encoding = Rows.encoding(file, format);
        return new FileLayout(
                FileKinds.of(file, format, encoding),
                encoding,
                reader instanceof CsvReader csv ? csv.separator() : Separator.COMMA,
                reader instanceof XlsxReader xlsx ? xlsx.sheetName() : SHEET,
                Map.of(),
                true,
                LIST);
    }

    /** The layout of rows that are written as they were read. */
    static FileLayout ofRows(Path file, Format format) {
        return of(file, format, Map.of(), true, LIST);
    }

    /** The same for a file of another kind. */
    public FileLayout ofKind(Kind other) {
        return new FileLayout(other, encoding, separator, sheet, titles, formulas, list);
    }

    boolean isTable() {
        return kind == Kind.CSV || kind == Kind.XLSX;
    }

    /** A record as an object with the titles for names. */
    Map<String, ?> titled(Map<String, ?> record) {
        if (titles.isEmpty()) {
            return record;
        }
        Map<String, Object> titled = new LinkedHashMap<>();
        titles.forEach((name, title) -> {
            if (record.containsKey(name)) {
                titled.put(title, record.get(name));
            }
        });
        return titled;
    }

    Charset charset() {
        return encoding.charset();
    }
}
