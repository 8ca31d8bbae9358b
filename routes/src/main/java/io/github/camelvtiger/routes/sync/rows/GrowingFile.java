package io.github.camelvtiger.routes.sync.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Objects;

/**
 * The bytes of a file. If it has grown since it was opened, a program is still writing it, although it had been left alone
 * for long enough to be taken; then it is read on until it has been left alone for that long again.
 */
final class GrowingFile extends InputStream {

    private final Path path;
    private final Duration quiet;
    private final BasicFileAttributes opened;
    private final InputStream in;
    private long position;

    /** @param quiet how long a file must not have changed to count as complete */
    GrowingFile(Path path, Duration quiet) throws IOException {
        this.path = path;
        this.quiet = quiet;
        this.opened = attributes();
        this.in = Files.newInputStream(path);
    }

    private BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        if (count < 0 && isGrowing()) {
            await();
            count = in.read(target, offset, length);
        }
        position += Math.max(0, count);
        return count;
    }

    /** @throws FileReplacedException when the path leads to other bytes than those that were read */
    private boolean isGrowing() throws IOException {
        BasicFileAttributes now;
        try {
            now = attributes();
        } catch (NoSuchFileException e) {
            throw new FileReplacedException();
        }
        if (now.size() < position || !Objects.equals(now.fileKey(), opened.fileKey())) {
            throw new FileReplacedException();
        }
        return now.size() != opened.size();
    }

    private void await() throws InterruptedIOException {
        try {
            Thread.sleep(quiet.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(
                    "the application was stopped while another program was still writing the file");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
