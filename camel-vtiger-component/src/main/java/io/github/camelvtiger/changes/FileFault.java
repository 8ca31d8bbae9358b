package io.github.camelvtiger.changes;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Why a file could not be used, in words for the person who has to see to it. */
final class FileFault {

    /** What Linux and macOS, quotas and Windows say of a disk that takes no more. */
    private static final List<String> FULL = List.of("no space left", "quota exceeded", "not enough space");

    private FileFault() {}

    static boolean isFullDisk(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String message = each.getMessage() == null ? "" : each.getMessage().toLowerCase(Locale.ROOT);
            if (FULL.stream().anyMatch(message::contains)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A sentence.
     *
     * @param what failed, such as {@code The cursor 'a' could not be written}
     */
    static String sentence(String what, Path file, Throwable failure) {
        return isFullDisk(failure)
                ? what + ", because the disk is full; free some space for " + file + ", and the feed continues."
                : what + " (" + reason(failure) + "); check " + file + " and its disk.";
    }

    static String reason(Throwable failure) {
        if (failure instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (failure instanceof NotDirectoryException) {
            return "it is not a directory";
        }
        if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
