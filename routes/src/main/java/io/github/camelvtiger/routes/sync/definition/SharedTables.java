package io.github.camelvtiger.routes.sync.definition;

import java.util.ArrayList;
import java.util.List;

/** Syncs that would write one table, each taking the other's rows for records that are gone. */
final class SharedTables {

    private SharedTables() {}

    /** A fault of each but the first. One that is switched off writes nothing. */
    static List<SyncFault> faults(List<ParsedFile> files) {
        List<SyncFile> writers = files.stream()
                .flatMap(file -> file.sync().stream())
                .filter(file -> file.definition().enabled()
                        && file.definition().to() instanceof Target.Table
                        && file.definition().from() instanceof Source.Crm)
                .toList();
        List<SyncFault> faults = new ArrayList<>();
        for (int i = 1; i < writers.size(); i++) {
            SyncFile writer = writers.get(i);
            writers.subList(0, i).stream()
                    .filter(other -> share(writer.definition(), other.definition()))
                    .findFirst()
                    .ifPresent(other -> faults.add(writer.fault(
                            "The sync " + other.definition().name() + " writes the same tables of '"
                                    + ((Target.Table) writer.definition().to()).source()
                                    + "'; name another data source in 'table', or other modules.",
                            List.of("to", "table"))));
        }
        return faults;
    }

    private static boolean share(SyncDefinition one, SyncDefinition other) {
        return ((Target.Table) one.to()).source().equals(((Target.Table) other.to()).source())
                && (reads(one, (Source.Crm) other.from()) || reads(other, (Source.Crm) one.from()));
    }

    private static boolean reads(SyncDefinition sync, Source.Crm modules) {
        Source.Crm from = (Source.Crm) sync.from();
        return from.isAll()
                ? modules.isAll()
                        || modules.modules().stream()
                                .anyMatch(module -> !from.exclude().contains(module))
                : from.modules().stream().anyMatch(modules.modules()::contains);
    }
}
