package io.github.camelvtiger.routes.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** A directory that is there and can be written, or can be made. */
final class DirectoryPath implements Check {

    /** What the address of a Camel endpoint would take for something else. */
    private static final Pattern OF_ADDRESSES = Pattern.compile("[?#%&]|\\$\\{|\\{\\{|}}");

    @Override
    public Optional<String> fault(String value) {
        if (OF_ADDRESSES.matcher(value).find()) {
            return Optional.of("which is not possible as a directory here; choose one without ?, #, %, &, ${ and {{");
        }
        try {
            return fault(Path.of(value));
        } catch (InvalidPathException e) {
            return Optional.of("which is not the name of a directory on this system; choose another one");
        }
    }

    private static Optional<String> fault(Path directory) {
        Path existing = directory.toAbsolutePath().normalize();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        String subject = existing.equals(directory.toAbsolutePath().normalize()) ? "which" : "where " + existing;
        if (!Files.isDirectory(existing)) {
            return Optional.of(subject + " is a file, not a directory; choose another directory");
        }
        return Files.isWritable(existing)
                ? Optional.empty()
                : Optional.of(
                        subject + " cannot be written by this process; change its rights or choose another directory");
    }
}
