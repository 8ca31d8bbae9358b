package io.github.camelvtiger.routes.sync.definition;

import java.util.List;
import java.util.Optional;

/** Reads the section {@code to} with a CRM in it. */
final class CrmTarget {

    private final Section to;

    CrmTarget(Section to) {
        this.to = to.allow(SyncKeys.TO_CRM);
    }

    /**
     * @param source what the sync reads; empty if that has faults
     * @return empty if it has faults itself
     */
    Optional<Target> read(Optional<Source> source) {
        List<String> modules = EndReader.modules(to);
        Optional<String> connection = to.text("connection").map(Scalar::value);
        if (modules.isEmpty()) {
            return Optional.empty();
        }
        if (!modules.contains(Target.Crm.SAME)) {
            return Optional.of(new Target.Crm(modules, connection, false));
        }
        if (modules.size() > 1) {
            to.fault("crm", "The word 'same' means all modules of 'from'; remove the others or it.");
            return Optional.empty();
        }
        return source.flatMap(from -> same(from, connection));
    }

    private Optional<Target> same(Source source, Optional<String> connection) {
        if (!(source instanceof Source.Crm from)) {
            to.fault(
                    "crm",
                    "The word 'same' means the modules of a CRM in 'from', and this sync reads none; write the names of"
                            + " modules.");
            return Optional.empty();
        }
        if (from.connection().equals(connection)) {
            to.fault(
                    "crm",
                    "With 'crm: same' records move to another CRM, and both ends name the same one; add 'connection' to one"
                            + " of them.");
            return Optional.empty();
        }
        return Optional.of(new Target.Crm(from.modules(), connection, true));
    }
}
