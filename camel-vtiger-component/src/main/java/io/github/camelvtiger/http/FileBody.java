package io.github.camelvtiger.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of this machine, which can be sent as often as it takes.
 *
 * @param length when the body was made
 */
public record FileBody(Path file, long length, String contentType) implements HttpBody {

    /** @throws IOException when there is no such file, or it may not be read */
    public static FileBody of(Path file, String contentType) throws IOException {
        try (InputStream readable = Files.newInputStream(file)) {
            // A directory can be opened, but not read.
            readable.read();
        }
        return new FileBody(file, Files.size(file), contentType);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isSpent() {
        return false;
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }
}
