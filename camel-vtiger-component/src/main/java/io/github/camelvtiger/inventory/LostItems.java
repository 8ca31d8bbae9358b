package io.github.camelvtiger.inventory;

import io.github.camelvtiger.crm.ConnectionUser;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a change of an order that is sent without line items may delete those that are there: on servers before 7.5
 * ({@code releases.md}, items lost up to 7.3). The one thing that is concluded from a version, because a probe would do
 * the damage; a server that does not report a version counts as old. Vtiger Cloud, which counts its versions in its own way,
 * is documented with the advice to send them always ({@code cloud-rest.md §10}).
 */
final class LostItems {

    /** The others keep their items on every release of open source. */
    private static final Set<String> OF_OPEN_SOURCE = Set.of("Quotes", "SalesOrder");

    private static final Pattern VERSION = Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,6}))?.*");

    private LostItems() {}

    /** Whether they must be sent with every change of an order of the module. */
    static CompletableFuture<Boolean> in(String module, ConnectionUser user) {
        return user.isOfVtigerCloud()
                .thenCompose(cloud -> cloud || !OF_OPEN_SOURCE.contains(module)
                        ? CompletableFuture.completedFuture(cloud)
                        : user.release().thenApply(LostItems::on));
    }

    /** @param release as the login reports it; empty if it does not */
    static boolean on(String release) {
        Matcher version = VERSION.matcher(release.strip());
        if (!version.matches()) {
            return true;
        }
        int major = Integer.parseInt(version.group(1));
        int minor = version.group(2) == null ? 0 : Integer.parseInt(version.group(2));
        return major < 7 || major == 7 && minor < 5;
    }
}
