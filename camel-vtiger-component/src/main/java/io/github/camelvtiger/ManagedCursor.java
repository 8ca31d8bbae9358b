package io.github.camelvtiger;

import io.github.camelvtiger.changes.CursorAdministration;
import io.github.camelvtiger.changes.StartFrom;
import io.github.camelvtiger.client.RecordId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;

/** What a person sees of a feed's cursor and does to it by JMX, while the feed runs. */
public interface ManagedCursor {

    /** Does something to the cursor between two polls. */
    <T> T administer(Function<CursorAdministration, T> work);

    @ManagedAttribute(description = "Name of the cursor")
    String getCursorKey();

    /** What the feed is doing at this moment. */
    ConsumerStatus status();

    @ManagedAttribute(
            description = "Age of the oldest change that is not delivered as far as the feed knows, in seconds")
    default long getLag() {
        return status().lag().toSeconds();
    }

    @ManagedAttribute(description = "Number of records that wait to be tried again")
    default int getParked() {
        return status().parked();
    }

    @ManagedAttribute(description = "Number of changes that the route was done with since the consumer started")
    default long getDelivered() {
        return status().count(DeliveryOutcome.DELIVERED);
    }

    @ManagedAttribute(description = "Number of changes that the route failed for since the consumer started")
    default long getFailed() {
        return status().count(DeliveryOutcome.FAILED) + status().count(DeliveryOutcome.PARKED);
    }

    @ManagedOperation(description = "How far the feed got")
    default String showCursor() {
        return administer(CursorAdministration::show);
    }

    @ManagedOperation(
            description = "Sets the feed back or forward to an instant such as 2026-01-31T00:00:00Z, inclusive")
    default void setCursor(String instant) {
        Instant to = StartFrom.instantOf("The instant", instant);
        administer(cursor -> {
            cursor.set(to);
            return null;
        });
    }

    @ManagedOperation(description = "Forgets how far the feed got: it begins again as the option startFrom says")
    default void resetCursor() {
        administer(cursor -> {
            cursor.reset();
            return null;
        });
    }

    @ManagedOperation(description = "The records that wait to be tried again")
    default List<String> parkedRecords() {
        return administer(CursorAdministration::parked);
    }

    @ManagedOperation(description = "Makes the next poll try a parked record again, or all of them")
    default int releaseParked(String idOrAll) {
        return administer(cursor -> cursor.release(parkedId(idOrAll)));
    }

    @ManagedOperation(description = "Gives up a parked record, or all of them; only later changes are delivered")
    default int dropParked(String idOrAll) {
        return administer(cursor -> cursor.drop(parkedId(idOrAll)));
    }

    private static Optional<RecordId> parkedId(String idOrAll) {
        return "all".equals(idOrAll) ? Optional.empty() : Optional.of(RecordId.parse(idOrAll));
    }
}
