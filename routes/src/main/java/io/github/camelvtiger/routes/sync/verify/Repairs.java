package io.github.camelvtiger.routes.sync.verify;

import io.github.camelvtiger.routes.sync.verify.Difference.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Puts differences right, and looks whether they are. */
final class Repairs {

    private final Records records;
    private final Comparison target;
    private final Repair repair;
    private final boolean removes;

    /** @param removes whether the target is to lose what the CRM has lost */
    Repairs(Records records, Comparison target, Repair repair, boolean removes) {
        this.records = records;
        this.target = target;
        this.repair = repair;
        this.removes = removes;
    }

    /** @return how many are right now */
    long make(Collection<Difference> found) {
        if (found.isEmpty()) {
            return 0;
        }
        List<String> write = ids(found, kind -> kind != Kind.EXTRA);
        for (int from = 0; from < write.size(); from += Records.TOGETHER) {
            repair.write(write.subList(from, Math.min(from + Records.TOGETHER, write.size())));
        }
        repair.remove(ids(found, kind -> kind == Kind.EXTRA));
        Look left = Look.at(ids(found, kind -> true), records, target, removes, Instant.MAX);
        return found.size() - left.differences().size();
    }

    private static List<String> ids(Collection<Difference> found, Predicate<Kind> which) {
        return found.stream()
                .filter(difference -> which.test(difference.kind()))
                .map(Difference::id)
                .toList();
    }
}
