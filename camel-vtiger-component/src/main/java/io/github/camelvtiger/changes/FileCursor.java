package io.github.camelvtiger.changes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One cursor in a file that grows by appended lines ({@link CursorText}) and is now and then rewritten: beside it,
 * forced to disk, and moved over it in one step.
 */
final class FileCursor implements Cursor {

    /** Appended lines that are not worth a new file, whatever the size of the state. */
    private static final int SPARE_LINES = 1_000;

    private final String key;
    private final Path file;
    private final CursorLock lock;
    private final FileKnownStorage known;
    /** Null when the file must be rewritten before anything is appended: missing, torn, or a write failed. */
    private FileChannel appending;

    private int lines;

    FileCursor(String key, Path file, CursorLock lock) {
        this.key = key;
        this.file = file;
        this.lock = lock;
        this.known = new FileKnownStorage(key, file.resolveSibling(file.getFileName() + ".known"));
    }

    @Override
    public Optional<CursorState> read() {
        return read(this::goOnBehind);
    }

    /** What is stored, whoever uses it. */
    Optional<CursorState> look() {
        return read((text, contents) -> {});
    }

    /** What is done with a file once it is understood: its text, and the contents of its sound lines. */
    private interface Understood {
        void take(String text, List<String> contents) throws IOException;
    }

    private Optional<CursorState> read(Understood next) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (Files.isDirectory(file)) {
            throw new CursorException("The cursor '" + key + "' cannot be read, because " + file
                    + " is a directory; move it away, or use another cursorKey.");
        }
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            List<String> contents = withoutTornTail(text);
            CursorState state = CursorText.assemble(contents);
            next.take(text, contents);
            return Optional.of(state);
        } catch (IOException e) {
            throw failure("read", e);
        } catch (CursorException e) {
            throw damaged(e.getMessage());
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException | ArithmeticException e) {
            throw damaged("Its file is damaged: one of its lines is not as written.");
        }
    }

    private CursorException damaged(String how) {
        return new CursorException("The cursor '" + key + "' cannot be used. " + how + " Restore the file " + file
                + " from a copy, or delete it and set the option startFrom to where the feed is to begin again.");
    }

    private void goOnBehind(String text, List<String> contents) throws IOException {
        if (text.endsWith("\n") && contents.size() == text.lines().count()) {
            appending = FileChannel.open(file, StandardOpenOption.APPEND);
            lines = contents.size();
        }
    }

    /** A crash may leave lines half written, but only after the last line that was forced to disk, a progress line. */
    private List<String> withoutTornTail(String text) {
        List<String> all = text.lines().toList();
        List<String> contents = new ArrayList<>();
        for (String line : all) {
            Optional<String> content = CursorText.content(line);
            if (content.isEmpty()) {
                break;
            }
            contents.add(content.get());
        }
        boolean savedBehindTheGap = all.stream()
                .skip(contents.size())
                .flatMap(line -> CursorText.content(line).stream())
                .anyMatch(CursorText::isProgress);
        if (savedBehindTheGap) {
            throw new CursorException("Its file is damaged: line " + (contents.size() + 1) + " is not as written.");
        }
        return contents;
    }

    @Override
    public void note(Collection<? extends CursorEntry> entries, CursorState state) {
        if (appending == null) {
            writeAnew(state);
        } else {
            append(CursorText.entries(entries), entries.size());
        }
    }

    @Override
    public void save(CursorState state) {
        int live = entries(state);
        if (appending == null || lines > SPARE_LINES + 2 * live) {
            writeAnew(state);
            return;
        }
        append(CursorText.progress(state), 1);
        try {
            appending.force(false);
        } catch (IOException e) {
            stopAppending();
            throw failure("forced to disk", e);
        }
    }

    @Override
    public void replace(CursorState state) {
        writeAnew(state);
    }

    @Override
    public void clear() {
        stopAppending();
        try {
            Files.deleteIfExists(file);
            forceDirectory();
        } catch (IOException e) {
            throw failure("deleted", e);
        }
    }

    private void append(String text, int count) {
        try {
            writeFully(appending, text);
            lines += count;
        } catch (IOException e) {
            stopAppending();
            throw failure("written", e);
        }
    }

    private void writeAnew(CursorState state) {
        stopAppending();
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                writeFully(channel, state.toText());
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceDirectory();
            appending = FileChannel.open(file, StandardOpenOption.APPEND);
            lines = entries(state) + 2;
        } catch (IOException e) {
            throw failure("written", e);
        }
    }

    private static int entries(CursorState state) {
        return state.lastDeliveries().size() + state.parked().size();
    }

    /** So that the new name is on disk as well. */
    private void forceDirectory() throws IOException {
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static void writeFully(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** A file whose end is unknown is not appended to. */
    private void stopAppending() {
        FileChannel channel = appending;
        appending = null;
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw failure("closed", e);
            }
        }
    }

    @Override
    public KnownStorage known() {
        return known;
    }

    @Override
    public void close() {
        try (known) {
            stopAppending();
        } finally {
            releaseLock();
        }
    }

    private void releaseLock() {
        try {
            lock.release();
        } catch (IOException e) {
            throw failure("released", e);
        }
    }

    private CursorException failure(String what, IOException cause) {
        return new CursorException(
                FileFault.sentence("The cursor '" + key + "' could not be " + what, file, cause), cause);
    }
}
