package io.github.camelvtiger.routes.csv;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.LongAdder;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of one CSV file, read while they are consumed, so that the file may have any length; with it, what became of
 * them. It closes itself at its end and at a fault.
 */
public final class LeadFile implements Iterator<LeadRow>, Closeable {

    private static final int LONGEST_TITLE_LINE = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Charset charset;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Separator separator;
    private final List<String> header;
    private final LongAdder created = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private ColumnMapping columns;
    private LeadRow next;

    /** @throws BadCsvException when the file does not begin with a line of titles */
    static LeadFile open(Path file, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        try {
            return new LeadFile(reader, charset);
        } catch (CharacterCodingException e) {
            reader.close();
            throw notInCharset(charset);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private LeadFile(BufferedReader reader, Charset charset) throws IOException {
        this.charset = charset;
        skipByteOrderMark(reader);
        separator = Separator.of(firstLine(reader));
        parser = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator.character())
                .setIgnoreEmptyLines(false)
                .get()
                .parse(reader);
        records = parser.iterator();
        LeadRow titles = read();
        if (titles == null) {
            throw new BadCsvException("The file is empty; its first line must name the fields.");
        }
        header = titles.cells().stream().map(String::strip).toList();
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    private static String firstLine(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_TITLE_LINE);
        char[] start = new char[LONGEST_TITLE_LINE];
        int length = Math.max(0, reader.read(start, 0, start.length));
        reader.reset();
        return new String(start, 0, length).lines().findFirst().orElse("");
    }

    List<String> header() {
        return header;
    }

    void useColumns(ColumnMapping mapping) {
        columns = mapping;
    }

    /** @throws BadCsvException when the row has more or fewer cells than the line of titles */
    Map<String, Object> record(LeadRow row) {
        if (row.cells().size() != header.size()) {
            throw new BadCsvException(
                    "it has " + row.cells().size() + " cells, but the first line names " + header.size() + " columns.");
        }
        return columns.record(row.cells());
    }

    Separator separator() {
        return separator;
    }

    void countCreated() {
        created.increment();
    }

    void countRejected() {
        rejected.increment();
    }

    long created() {
        return created.sum();
    }

    long rejected() {
        return rejected.sum();
    }

    @Override
    public boolean hasNext() {
        if (next == null && !parser.isClosed()) {
            next = read();
        }
        return next != null;
    }

    @Override
    public LeadRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        LeadRow row = next;
        next = null;
        return row;
    }

    /** The next row that is not blank; null at the end. */
    private LeadRow read() {
        try {
            while (records.hasNext()) {
                CSVRecord candidate = records.next();
                if (candidate.size() > 1 || !candidate.get(0).isBlank()) {
                    return new LeadRow(candidate.getRecordNumber(), candidate.toList());
                }
            }
            close();
            return null;
        } catch (UncheckedIOException e) {
            close();
            if (e.getCause() instanceof CharacterCodingException) {
                throw notInCharset(charset);
            }
            throw new BadCsvException("The file is no valid CSV after line " + parser.getCurrentLineNumber() + " ("
                    + e.getCause().getMessage() + "); the rows before it were taken.");
        }
    }

    private static BadCsvException notInCharset(Charset charset) {
        return new BadCsvException("The file holds bytes that are no " + charset + " text; save it as " + charset
                + " or set leads.charset to its encoding.");
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
