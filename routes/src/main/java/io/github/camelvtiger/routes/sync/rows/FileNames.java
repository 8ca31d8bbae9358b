package io.github.camelvtiger.routes.sync.rows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of files with values of records in them, such as {@code {module}/{id}.json}. A value stays one part of the path
 * whatever it holds, and two values never become the same name: one that had to be changed ends with a hash of it.
 */
public final class FileNames {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** Ids, names of modules and days need nothing else. */
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_-]+|^-");

    /** Names of devices on Windows, whatever the extension. */
    private static final Pattern DEVICE = Pattern.compile("(?i)con|prn|aux|nul|com[0-9]|lpt[0-9]");

    /** Of characters, each of them up to four bytes; file systems allow 255 bytes. */
    private static final int LONGEST = 50;

    private final Path directory;
    private final String pattern;

    /**
     * @param pattern with names of values in braces; it may have directories of its own
     * @throws BadFileException if it leads out of the directory
     */
    public FileNames(Path directory, String pattern) {
        this.directory = directory.toAbsolutePath().normalize();
        this.pattern = pattern;
        requireBelow(
                this.directory.resolve(PLACE.matcher(pattern).replaceAll("x")).normalize());
    }

    /**
     * The file for these values.
     *
     * @throws BadFileException if the pattern names a value that is not among them
     */
    public Path of(Map<String, String> values) {
        String name =
                PLACE.matcher(pattern).replaceAll(place -> Matcher.quoteReplacement(part(place.group(1), values)));
        return requireBelow(directory.resolve(name).normalize());
    }

    private static String part(String name, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new BadFileException("name: has {" + name + "}, but there are only "
                    + String.join(", ", values.keySet().stream().sorted().toList()) + ".");
        }
        return safe(value);
    }

    /** The name of a file with nothing in it that a file system or a shell takes amiss. */
    public static String safeFile(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? safe(name) : safe(name.substring(0, dot)) + "." + safe(name.substring(dot + 1));
    }

    /** The value as a part of a path. */
    static String safe(String value) {
        String safe =
                UNSAFE.matcher(Normalizer.normalize(value, Normalizer.Form.NFC)).replaceAll("_");
        if (safe.length() > LONGEST) {
            int end = Character.isHighSurrogate(safe.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            safe = safe.substring(0, end);
        }
        if (safe.isEmpty() || DEVICE.matcher(safe).matches()) {
            safe = safe + "_";
        }
        return safe.equals(value) ? value : safe + "-" + hash(value);
    }

    private static String hash(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path requireBelow(Path file) {
        if (!file.startsWith(directory) || file.equals(directory)) {
            throw new BadFileException("name: " + pattern + " leads out of " + directory + "; use no '..' in it.");
        }
        return file;
    }
}
