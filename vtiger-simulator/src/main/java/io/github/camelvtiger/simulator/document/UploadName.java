package io.github.camelvtiger.simulator.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Under which name the server keeps a file ({@code webservice.md §10}). */
final class UploadName {

    /** Parts of a name that a web server might take for a program. */
    private static final Set<String> DANGEROUS = Set.of(
            "php",
            "php3",
            "php4",
            "php5",
            "pl",
            "cgi",
            "py",
            "asp",
            "cfm",
            "js",
            "vbs",
            "html",
            "htm",
            "exe",
            "bin",
            "bat",
            "sh",
            "dll",
            "phps",
            "phtml",
            "xhtml",
            "rb",
            "msi",
            "jsp",
            "shtml",
            "sth",
            "shtm",
            "htaccess");

    private static final Pattern REPLACED = Pattern.compile("[\\s#%&?]+");
    private static final Pattern CUT_OFF = Pattern.compile("[\\\\/<>?*:\"|]+$");

    private UploadName() {}

    /** {@code a b.php} becomes {@code a_b.phpfile.txt}. */
    static String kept(String name) {
        String harmless =
                CUT_OFF.matcher(REPLACED.matcher(name).replaceAll("_")).replaceAll("");
        String[] parts = harmless.split("\\.", -1);
        if (Arrays.stream(parts).noneMatch(UploadName::dangerous)) {
            return harmless;
        }
        return Arrays.stream(parts)
                .map(part -> dangerous(part) ? part + "file" : part)
                .collect(Collectors.joining(".", "", ".txt"));
    }

    private static boolean dangerous(String part) {
        return DANGEROUS.contains(part.toLowerCase(Locale.ROOT));
    }
}
