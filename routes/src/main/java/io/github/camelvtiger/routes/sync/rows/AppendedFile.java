package io.github.camelvtiger.routes.sync.rows;

import io.github.camelvtiger.routes.sync.definition.Format.Kind;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A file of a day, CSV or JSON Lines, to which records are added as they come. They are added as whole lines, in one write,
 * and are on the disk when it returns; what a full disk or a crash left of a line is taken off before anything is added.
 * To find that, opening reads what is there: keep it open for the day. Records may be added by several threads.
 */
public final class AppendedFile implements Closeable {

    private final Path file;
    private final FileLayout layout;
    private final byte[] head;
    private final CsvLines lines;
    private final TableColumns columns;
    private final FileChannel channel;

    /**
     * Opens the file, or another one for the same day if that has other columns: {@code name.2.csv} instead of
     * {@code name.csv}.
     *
     * @param layout with titles, if the file is CSV
     * @throws BadFileException if nothing can be added to a file of that kind
     */
    public static AppendedFile open(Path file, FileLayout layout) throws IOException {
        if (layout.kind() != Kind.CSV && layout.kind() != Kind.JSONL) {
            throw new BadFileException("Nothing can be added to a file of " + FileKinds.title(layout.kind())
                    + "; write CSV or JSON Lines, or one file per run or record.");
        }
        if (layout.kind() == Kind.CSV && layout.titles().isEmpty()) {
            throw new IllegalArgumentException("a CSV file of a day needs titles");
        }
        byte[] head = head(layout);
        Path free = file;
        for (int number = 2; !begins(free, head); number++) {
            free = numbered(file, number);
        }
        return new AppendedFile(free, layout, head);
    }

    private static byte[] head(FileLayout layout) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(layout.encoding().mark());
        if (layout.kind() == Kind.CSV) {
            bytes.write(new CsvLines(layout).of(List.copyOf(layout.titles().values())));
        }
        return bytes.toByteArray();
    }

    /** A file that has only a part of the head was not written to the end of its first line. */
    private static boolean begins(Path file, byte[] head) throws IOException {
        if (!Files.exists(file)) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(head.length);
            return Arrays.equals(start, Arrays.copyOf(head, start.length));
        }
    }

    private static Path numbered(Path file, int number) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(
                dot < 0 ? name + "." + number : name.substring(0, dot) + "." + number + name.substring(dot));
    }

    private AppendedFile(Path file, FileLayout layout, byte[] head) throws IOException {
        this.file = file;
        this.layout = layout;
        this.head = head;
        this.lines = new CsvLines(layout);
        this.columns = new TableColumns(layout.titles());
        Files.createDirectories(file.toAbsolutePath().getParent());
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(WholeLines.length(file, layout));
    }

    /** Where the records are added. */
    public Path path() {
        return file;
    }

    /**
     * Adds records, all or none.
     *
     * @throws UnwritableRowException if the file cannot hold one of them
     */
    public synchronized void add(List<? extends Map<String, ?>> records) throws IOException {
        long before = channel.size();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (before == 0) {
            bytes.write(head);
        }
        for (Map<String, ?> record : records) {
            bytes.write(line(record));
        }
        try {
            write(ByteBuffer.wrap(bytes.toByteArray()), before);
        } catch (IOException e) {
            channel.truncate(before);
            throw e;
        }
    }

    private byte[] line(Map<String, ?> record) {
        return layout.kind() == Kind.CSV
                ? lines.of(columns.cells(record))
                : (JsonText.of(layout.titled(record), layout.charset()) + "\n").getBytes(layout.charset());
    }

    private void write(ByteBuffer bytes, long position) throws IOException {
        channel.position(position);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
