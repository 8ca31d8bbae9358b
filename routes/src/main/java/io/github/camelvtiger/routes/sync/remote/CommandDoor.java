package io.github.camelvtiger.routes.sync.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Where a running application takes commands, as its file says: only its owner may read that.
 *
 * @param port of the local host
 * @param token what a command has to know
 */
record CommandDoor(int port, String token) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOKEN_BYTES = 24;

    static CommandDoor at(int port) {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return new CommandDoor(port, HexFormat.of().formatHex(token));
    }

    /** The door of an application that may no longer run; empty if none has been opened. */
    static Optional<CommandDoor> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), CommandDoor.class));
        } catch (JsonProcessingException e) {
            // Half written by a process that was killed.
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        FileAttribute<?>[] owner =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try (var channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            channel.write(StandardCharsets.UTF_8.encode(JSON.writeValueAsString(this)));
        }
    }

    @Override
    public String toString() {
        return "port " + port + " of this host";
    }
}
