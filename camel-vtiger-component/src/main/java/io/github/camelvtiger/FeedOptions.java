package io.github.camelvtiger;

import io.github.camelvtiger.changes.ChangeKind;
import io.github.camelvtiger.changes.FeedSettings;
import io.github.camelvtiger.changes.KnownOptions;
import io.github.camelvtiger.changes.StartFrom;
import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.operation.StaticQueries;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.util.ObjectHelper;

/** What the options of an endpoint say to a feed. */
final class FeedOptions {

    /** The one module whose records have no time of modification ({@code change-feed.md §2}). */
    private static final String TIMELESS = "PBXManager";

    private FeedOptions() {}

    /** @throws IllegalArgumentException naming the option, its value and the fix */
    static void validate(VtigerEndpoint endpoint) {
        if (ObjectHelper.isEmpty(endpoint.getModule())) {
            throw new IllegalArgumentException("The URI " + endpoint
                    + " does not name a module; write it after the operation, as in vtiger:changes/Contacts.");
        }
        if (TIMELESS.equals(endpoint.getModule())) {
            throw new IllegalArgumentException(
                    "The module " + TIMELESS
                            + " has no field modifiedtime, so its changes cannot be followed; read it with vtiger:query instead.");
        }
        if (endpoint.getConfiguration().isLineItems() && !LineItems.MODULES.contains(endpoint.getModule())) {
            throw new IllegalArgumentException("The option lineItems is set for the module " + endpoint.getModule()
                    + ", whose records have none; leave it out. Modules with line items: "
                    + String.join(", ", new TreeSet<>(LineItems.MODULES)) + ".");
        }
        positive("maxInFlight", endpoint.getConfiguration().getMaxInFlight());
        positive("verifyDelay", endpoint.getConfiguration().getVerifyDelay());
        positive("deletedCheckPeriod", endpoint.getConfiguration().getDeletedCheckPeriod());
        share(endpoint.getConfiguration().getMaxDeletedShare());
        if (endpoint.getConfiguration().getSweepPeriod() < 0) {
            throw new IllegalArgumentException("The option sweepPeriod is "
                    + endpoint.getConfiguration().getSweepPeriod() + "; it must be 1 or more, or 0 for no sweep.");
        }
        if (endpoint.getConfiguration().getSyncType() != null
                && !endpoint.events().contains(VtigerEvent.DELETED)) {
            throw new IllegalArgumentException(
                    "The option syncType is set, but events does not include deleted; add it, as in events=created,updated,deleted.");
        }
        if (endpoint.getConfiguration().getSyncType() != null
                && endpoint.getConfiguration().getSyncType() != SyncType.APPLICATION) {
            throw new IllegalArgumentException(
                    "The option syncType is "
                            + endpoint.getConfiguration().getSyncType()
                            + ", which reports only a part of the records; changes needs APPLICATION, the others are for the operation sync.");
        }
        StaticQueries.requireReadableWithoutHeaders(endpoint.getConfiguration());
        settings(endpoint);
    }

    static void positive(String option, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("The option " + option + " is " + value + "; it must be 1 or more.");
        }
    }

    private static void share(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "The option maxDeletedShare is " + share + "; it must be from 0 to 1, such as 0.2.");
        }
    }

    static FeedSettings settings(VtigerEndpoint endpoint) {
        return new FeedSettings(
                StartFrom.parse(endpoint.getConfiguration().getStartFrom()),
                Duration.ofMillis(endpoint.getConfiguration().getVerifyDelay()),
                endpoint.events().stream().map(FeedOptions::kind).collect(Collectors.toUnmodifiableSet()),
                known(endpoint.getConfiguration()),
                endpoint.getConfiguration().getMaxInFlight(),
                Objects.requireNonNullElse(endpoint.getConfiguration().getSweepListener(), page -> {}));
    }

    private static KnownOptions known(VtigerConfiguration options) {
        return new KnownOptions(
                Duration.ofMillis(options.getDeletedCheckPeriod()),
                options.getMaxDeletedShare(),
                options.getSweepPeriod() == 0 ? null : Duration.ofMillis(options.getSweepPeriod()),
                options.isChangedFields(),
                options.isIgnoreOwnChanges(),
                options.getWhere());
    }

    private static ChangeKind kind(VtigerEvent event) {
        return ChangeKind.valueOf(event.name());
    }

    static VtigerEvent event(ChangeKind kind) {
        return VtigerEvent.valueOf(kind.name());
    }

    /** The option columns; empty for all fields. */
    static List<String> columns(VtigerEndpoint endpoint) {
        String columns = endpoint.getConfiguration().getColumns();
        return columns == null
                ? List.of()
                : Arrays.stream(columns.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }
}
