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
 * @param locale in which numbers and names of months are read and written; {@link Locale#ROOT} if the file does not say:
 *     numbers are then read as long as they can mean one thing
 * @param list what separates the values of a multi-picklist
 * @param names whether labels of references are added to the records of a CRM
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
        boolean names,
        Optional<String> after,
        boolean enabled) {

    public SyncDefinition {
        parts = List.copyOf(parts);
    }

    /** How the records of a module are made; names are matched for one that the sync file says nothing about. */
    public SyncPart part(String module) {
        return parts.stream()
                .filter(part -> part.module().isEmpty() || part.module().get().equals(module))
                .findFirst()
                .orElseGet(() -> SyncPart.matchingNames(module));
    }

    /** Whether ids of the source mean other records in the target: both are CRMs, with different connections. */
    public boolean isBetweenCrms() {
        return from instanceof Source.Crm source
                && to instanceof Target.Crm target
                && !source.connection().equals(target.connection());
    }

    /** Whether the records of a CRM move to another one with all that they refer to, and are kept in step there. */
    public boolean isMigration() {
        return to instanceof Target.Crm crm && crm.same();
    }

    /** Whether all modules of a CRM move; which those are, the two CRMs say. */
    public boolean movesAll() {
        return isMigration() && from instanceof Source.Crm source && source.isAll();
    }

    /** The same with modules by their names, for one by which all modules of a CRM move. */
    public SyncDefinition moving(List<String> modules) {
        Source.Crm source = (Source.Crm) from;
        return new SyncDefinition(
                name,
                file,
                sha256,
                new Source.Crm(modules, List.of(), source.connection(), source.cron(), source.sweep(), source.files()),
                new Target.Crm(modules, ((Target.Crm) to).connection(), true),
                parts,
                limits,
                deletions,
                start,
                zone,
                locale,
                list,
                names,
                after,
                enabled);
    }

    /** Where a feed begins that has no cursor yet. */
    public enum Start {
        BEGINNING,
        NOW
    }
}
