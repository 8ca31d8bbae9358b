package io.github.camelvtiger.routes.sync.definition;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one sync file says.
 *
 * @param name the file's, without its extension, or what {@code name:} says
 * @param file the sync file
 * @param sha256 of the sync file's bytes, in hexadecimal: a plan holds for this text only
 * @param parts how records of each target module are made; one, without a module of its own, unless the file has
 *     {@code modules:}
 * @param zone in which times without a zone are read and written
 * @param locale in which numbers and names of months are read and written
 * @param list what separates the values of a multi-picklist
 * @param after the sync for whose last success this one waits
 */
public record SyncDefinition(
        String name,
        Path file,
        String sha256,
        Source from,
        Target to,
        List<SyncPart> parts,
        Limits limits,
        Deletions deletions,
        Start start,
        ZoneId zone,
        Locale locale,
        String list,
        Optional<String> after,
        boolean enabled) {

    public SyncDefinition {
        parts = List.copyOf(parts);
    }

    /** Where a feed begins that has no cursor yet. */
    public enum Start {
        BEGINNING,
        NOW
    }
}
