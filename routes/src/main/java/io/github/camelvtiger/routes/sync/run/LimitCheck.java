package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.definition.Limits;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Whether what a plan holds is within the limits of its sync. */
final class LimitCheck {

    private LimitCheck() {}

    /**
     * Why it is not, in one sentence.
     *
     * @param records how many the target module has; asked only if a limit is a share of them
     */
    static Optional<String> exceeded(Limits limits, RunCounts planned, LongSupplier records) {
        return limits.changes()
                .flatMap(limit -> exceeded("changes", planned.changes(), limit, records))
                .or(() -> limits.deletes().flatMap(limit -> exceeded("deletes", planned.deleted(), limit, records)));
    }

    private static Optional<String> exceeded(String name, long planned, Limits.Limit limit, LongSupplier records) {
        long allowed = limit.of(limit.share() ? records.getAsLong() : 0);
        return planned <= allowed
                ? Optional.empty()
                : Optional.of("The run would make " + planned + " " + name + ", and limits." + name + " allows "
                        + allowed + "; nothing was written.");
    }
}
