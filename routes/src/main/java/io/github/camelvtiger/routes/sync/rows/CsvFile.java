package io.github.camelvtiger.routes.sync.rows;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of one CSV file below its titles, read while they are consumed, so that the file may have any length. Rows
 * whose cells are all empty are left out. A fault of the file comes out of {@link #next()}, never of {@link #hasNext()}:
 * who looks one row ahead would otherwise lose the row before the fault. After it there are no more rows.
 */
public final class CsvFile implements Iterator<CsvRow>, Closeable {

    private final Path path;
    private final TextEncoding encoding;
    private final CsvFaults faults;
    private final RowLimit text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Separator separator;
    private final long linesBefore;
    private final List<String> header;
    private final long firstRowLine;

    private long blankRows;
    private long nextLine;
    private CsvRow next;
    private BadFileException fault;

    /** @throws BadFileException when the file does not begin with titles */
    public static CsvFile open(Path path, CsvOptions options) throws IOException {
        TextEncoding encoding = TextEncoding.of(path, options.charset());
        CsvFaults faults = new CsvFaults(new TextFaults(encoding.charset(), options.charsetSetting()));
        GrowingFile bytes = new GrowingFile(path, options.quiet());
        try {
            bytes.skipNBytes(encoding.mark().length);
            return new CsvFile(
                    path,
                    faults,
                    encoding,
                    new RowLimit(new StrictText(bytes, encoding.charset())),
                    options.separator());
        } catch (CharacterCodingException e) {
            bytes.close();
            throw new BadFileException(faults.of(e, 1), e);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private CsvFile(Path path, CsvFaults faults, TextEncoding encoding, RowLimit text, Optional<Separator> set)
            throws IOException {
        this.path = path;
        this.encoding = encoding;
        this.faults = faults;
        this.text = text;
        BufferedReader buffered = new BufferedReader(text);
        TitleLine beginning = TitleLine.find(buffered, set);
        separator = beginning.separator();
        linesBefore = beginning.linesBefore();
        parser = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator.character())
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .get()
                .parse(buffered);
        records = parser.iterator();
        header = readTitles();
        firstRowLine = nextLine;
    }

    private List<String> readTitles() {
        CsvRow titles = read();
        if (fault != null) {
            throw fault;
        }
        if (titles == null) {
            throw new BadFileException("The file is empty; its first line must name the columns.");
        }
        blankRows = 0;
        nextLine = linesBefore + parser.getCurrentLineNumber() + 1;
        List<String> names = titles.cells().stream().map(CellText::strip).toList();
        int named = names.size();
        while (named > 0 && names.get(named - 1).isEmpty()) {
            named--;
        }
        if (names.stream().anyMatch(name -> name.indexOf(0) >= 0)) {
            throw new BadFileException(faults.zeroBytes());
        }
        return names.subList(0, named);
    }

    public Path path() {
        return path;
    }

    public TextEncoding encoding() {
        return encoding;
    }

    public Separator separator() {
        return separator;
    }

    /** The titles, without those at the end that are empty. */
    public List<String> header() {
        return header;
    }

    /** The line with which the rows begin, below the titles. */
    public long firstRowLine() {
        return firstRowLine;
    }

    /** The line on which the first row begins that {@link #next()} has not handed out. */
    public long unreadLine() {
        if (next != null) {
            return next.line();
        }
        return fault == null ? linesBefore + parser.getCurrentLineNumber() + 1 : nextLine;
    }

    /** How many rows were left out. */
    public long blankRows() {
        return blankRows;
    }

    @Override
    public boolean hasNext() {
        if (next == null && fault == null && !parser.isClosed()) {
            next = read();
        }
        return next != null || fault != null && !parser.isClosed();
    }

    /** @throws BadFileException when the file cannot be read on */
    @Override
    public CsvRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (next == null) {
            close();
            throw fault;
        }
        CsvRow row = next;
        next = null;
        return row;
    }

    /** The next row that is not blank; null at the end and at a fault. */
    private CsvRow read() {
        try {
            while (true) {
                text.beginRow();
                nextLine = linesBefore + parser.getCurrentLineNumber() + 1;
                if (!records.hasNext()) {
                    close();
                    return null;
                }
                CSVRecord found = records.next();
                CsvRow row = new CsvRow(found.getRecordNumber(), nextLine, cells(found));
                if (!row.isBlank()) {
                    return row;
                }
                blankRows++;
            }
        } catch (UncheckedIOException e) {
            fault = new BadFileException(faults.of(e.getCause(), nextLine), e.getCause());
            return null;
        }
    }

    private List<String> cells(CSVRecord record) {
        List<String> cells = record.toList();
        return header == null
                        || cells.size() <= header.size()
                        || !cells.subList(header.size(), cells.size()).stream().allMatch(CellText::isBlank)
                ? cells
                : cells.subList(0, header.size());
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
