package io.github.camelvtiger.routes.manage.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** What a person signs in with: kept in a file that only its owner reads, and the same after a restart. */
public final class AccessToken {

    private static final int BYTES = 24;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final byte[] token;

    private AccessToken(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads the token, or makes one.
     *
     * @throws IOException if the file cannot be read or written
     */
    public static AccessToken in(Path file) throws IOException {
        try {
            String kept = Files.readString(file).strip();
            if (!kept.isEmpty()) {
                return new AccessToken(kept);
            }
        } catch (NoSuchFileException e) {
            // It is made now.
        }
        String made = random();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, OWNER_ONLY);
        }
        Files.writeString(file, made + System.lineSeparator(), StandardOpenOption.CREATE);
        return new AccessToken(made);
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
