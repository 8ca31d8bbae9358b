package io.github.camelvtiger;

import java.time.Duration;
import java.util.List;

/**
 * What a running consumer is doing at a moment, and what it has done since it started.
 *
 * @param crm the address of the CRM, without credentials; null for a {@code webhook} that asks it nothing
 * @param user the name of the connection's user; null likewise
 * @param operation {@code changes}, {@code query} or {@code webhook}
 * @param module null where the consumer does not name one
 * @param routeId null where it belongs to no route, as behind {@code master:}
 * @param cursor of {@code changes}, the name under which it keeps how far it is (option {@code cursorKey}); null for the others
 * @param lag of {@code changes}, the age of the oldest change that it has reason to think is not delivered, zero for none; null
 *     for the others
 * @param parked how many records of {@code changes} wait to be tried again
 * @param inFlight how many exchanges the route has not finished
 * @param deliveries how its exchanges ended, in the order of event and outcome
 */
public record ConsumerStatus(
        String crm,
        String user,
        String operation,
        String module,
        String routeId,
        String cursor,
        Duration lag,
        int parked,
        int inFlight,
        List<Deliveries> deliveries) {

    /**
     * Exchanges of one kind with one ending.
     *
     * @param event as in the header {@code CamelVtigerEvent}; null where there is none, as for the rows of a query
     */
    public record Deliveries(String event, DeliveryOutcome outcome, long count) {}

    /** How many exchanges ended so, whatever their event. */
    public long count(DeliveryOutcome outcome) {
        return deliveries.stream()
                .filter(each -> each.outcome() == outcome)
                .mapToLong(Deliveries::count)
                .sum();
    }
}
