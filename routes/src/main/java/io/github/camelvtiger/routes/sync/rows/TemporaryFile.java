package io.github.camelvtiger.routes.sync.rows;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that gets its name when it is complete and on the disk, so that nobody ever sees half of it. What a crash leaves is
 * hidden beside it, and is overwritten by the next of the name.
 */
final class TemporaryFile implements Closeable {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path target;
    private final Path temporary;
    private final FileChannel channel;

    /** @param ownerOnly whether nobody but the owner of this process may read it, where the file system knows that */
    TemporaryFile(Path target, boolean ownerOnly) throws IOException {
        this.target = target.toAbsolutePath();
        this.temporary = this.target.resolveSibling(".writing-" + target.getFileName());
        Files.createDirectories(this.target.getParent());
        Files.deleteIfExists(temporary);
        FileAttribute<?>[] attributes =
                ownerOnly && POSIX ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0];
        this.channel = FileChannel.open(
                temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
    }

    OutputStream out() {
        return Channels.newOutputStream(channel);
    }

    /** Gives the file its name, in place of the one that had it. */
    void commit() throws IOException {
        channel.force(true);
        channel.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        forceDirectory();
    }

    /** The name is on the disk only then; Windows opens no directories, and needs no such thing. */
    private void forceDirectory() throws IOException {
        if (POSIX) {
            try (FileChannel directory = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    /** Removes the file unless it has its name. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(temporary);
    }
}
