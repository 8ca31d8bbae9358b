package io.github.camelvtiger;

import io.github.camelvtiger.client.CallListener;
import io.github.camelvtiger.client.EndedCall;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many calls of each kind ended how, and how long they took; safe for many threads. */
public final class CallStatistics implements CallListener {

    /** @param failure as in {@link EndedCall} */
    private record Kind(String crm, String user, String operation, String failure) {}

    /**
     * Calls of one kind with one ending.
     *
     * @param failure the simple name of the exception; null for successes
     * @param time of all of them together
     */
    public record Count(String crm, String user, String operation, String failure, long calls, Duration time) {

        private Count and(Duration one) {
            return new Count(crm, user, operation, failure, calls + 1, time.plus(one));
        }
    }

    private final Map<Kind, Count> counts = new ConcurrentHashMap<>();

    @Override
    public void ended(EndedCall call) {
        counts.compute(
                new Kind(call.crm(), call.user(), call.operation(), call.failure()), (kind, count) -> (count == null
                                ? new Count(kind.crm, kind.user, kind.operation, kind.failure, 0, Duration.ZERO)
                                : count)
                        .and(call.time()));
    }

    /** In the order of CRM, user, operation and failure. */
    public List<Count> counts() {
        return counts.values().stream()
                .sorted(Comparator.comparing(Count::crm)
                        .thenComparing(Count::user)
                        .thenComparing(Count::operation)
                        .thenComparing(Count::failure, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }
}
