package io.github.camelvtiger.routes.manage.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** What a person signs in with: kept in a file that only its owner reads, and the same after a restart. */
public final class AccessToken {

    private static final int BYTES = 24;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final byte[] token;

    private AccessToken(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads the token, or makes one. Where the file system has permissions, only the owner of the file can read it afterwards.
     *
     * @throws IOException if the file cannot be read or written
     */
    public static AccessToken in(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        if (hasPermissions(file)) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
        String kept = Files.readString(file).strip();
        if (kept.isEmpty()) {
            throw new IOException(file + " is empty; delete it, and a new token is made");
        }
        return new AccessToken(kept);
    }

    /** Whole at once: another process that starts at the same moment reads this token, or this one reads that of the other. */
    private static void make(Path file) throws IOException {
        Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
        Path made = hasPermissions(directory)
                ? Files.createTempFile(directory, "token", null, PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                : Files.createTempFile(directory, "token", null);
        try {
            Files.writeString(made, random() + System.lineSeparator());
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException e) {
            // That of the other process holds.
        } catch (UnsupportedOperationException e) {
            Files.copy(made, file);
        } finally {
            Files.delete(made);
        }
    }

    private static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** In a time that does not depend on where they differ. */
    boolean is(String offered) {
        return offered != null && MessageDigest.isEqual(token, offered.strip().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "a token";
    }
}
