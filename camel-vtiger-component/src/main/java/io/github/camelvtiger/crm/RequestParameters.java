package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.http.FormFile;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.net.URLDecoder;
import java.nio.Buffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Checks the parameters of an operation that another system chose, before they are sent. */
final class RequestParameters {

    /** Whoever sets these calls another operation than the path names, or as another user. */
    private static final Set<String> OF_THE_CONNECTION = Set.of("operation", "sessionName");

    private final FailureContext context;

    /** @param operation that of the path */
    RequestParameters(String operation) {
        this.context = FailureContext.of(operation, null, null);
    }

    /** @throws InvalidRecordException naming the parameter and what to do */
    void check(Map<String, ?> parameters) {
        parameters.forEach((name, value) -> {
            if (OF_THE_CONNECTION.contains(asPhpReads(name)) || OF_THE_CONNECTION.contains(asPhpReads(decoded(name)))) {
                throw new InvalidRecordException(
                        "The parameter '" + printable(name)
                                + "' is read by the server as one of operation and sessionName, which are"
                                + " the connection's own; name the operation in the path.",
                        context);
            }
            if (name.matches("(?s).*[\\p{Cntrl}\"\\\\].*")) {
                throw new InvalidRecordException(
                        "The parameter '" + printable(name)
                                + "' has a quote, a backslash or a control character in its name; leave it out.",
                        context);
            }
            if (!isFormFiles(value)) {
                requireNoFile(name, value);
            }
        });
    }

    /**
     * The name under which PHP keeps a parameter: without spaces in front, cut at a NUL, up to the brackets of an array,
     * and with an underscore for each dot, space and bracket that stays open. Case counts.
     */
    private static String asPhpReads(String name) {
        String text = name.replaceFirst("^ +", "");
        int end = text.indexOf('\0');
        text = end < 0 ? text : text.substring(0, end);
        int bracket = text.indexOf('[');
        if (bracket > 0 && text.indexOf(']', bracket) > 0) {
            text = text.substring(0, bracket);
        }
        return text.replace('.', '_').replace(' ', '_').replace('[', '_');
    }

    /** A proxy in between may decode what is encoded twice. */
    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return name;
        }
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    private static boolean isFormFiles(Object value) {
        return value instanceof FormFile
                || value instanceof Collection<?> all
                        && !all.isEmpty()
                        && all.stream().allMatch(FormFile.class::isInstance);
    }

    /** The server would keep an empty file, or the name of a class, and report success. */
    private void requireNoFile(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(nested -> requireNoFile(name, nested));
        } else if (value instanceof Collection<?> collection) {
            collection.forEach(nested -> requireNoFile(name, nested));
        } else if (value instanceof byte[]
                || value instanceof Buffer
                || value instanceof InputStream
                || value instanceof Reader
                || value instanceof FormFile
                || value instanceof File
                || value instanceof Path) {
            throw new InvalidRecordException(
                    "The parameter '" + printable(name) + "' holds a file ("
                            + value.getClass().getName()
                            + ") where it cannot be sent: a file must be the value of a parameter, or one of a list of files.",
                    context);
        }
    }
}
