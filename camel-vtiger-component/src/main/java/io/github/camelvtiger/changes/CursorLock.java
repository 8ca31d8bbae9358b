package io.github.camelvtiger.changes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to use one cursor file: a lock of the operating system, which ends with the process, also by kill -9. The
 * file stays open after a refusal, because closing it would end the lock that another part of this process may hold.
 */
final class CursorLock {

    private static final int LONGEST_OWNER = 64;

    private final Path file;
    private FileChannel channel;
    private FileLock lock;

    CursorLock(Path file) {
        this.file = file;
    }

    /** @return whether the lock is now held by the caller */
    synchronized boolean tryAcquire() throws IOException {
        if (lock != null) {
            return false;
        }
        if (channel == null) {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return false;
        }
        if (lock != null) {
            String owner = "process " + ProcessHandle.current().pid();
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
        }
        return lock != null;
    }

    /** Who holds it, as far as is known. */
    synchronized String owner() throws IOException {
        ByteBuffer owner = ByteBuffer.allocate(LONGEST_OWNER);
        channel.read(owner, 0);
        return new String(owner.array(), 0, owner.position(), StandardCharsets.UTF_8);
    }

    synchronized void release() throws IOException {
        if (lock != null) {
            lock = null;
            channel.close();
            channel = null;
        }
    }
}
