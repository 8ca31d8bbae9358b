package io.github.camelvtiger.names;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * Users by user name, full name or e-mail, and groups by name. All of them are read together, since a full name is no
 * field that could be asked for; they are few. Where the connection's user may not read users he knows himself only.
 */
final class Owners {

    /** The least time between two readings because a name was not found. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private static final List<String> FULL_NAME = List.of("first_name", "last_name");

    private final NameSource crm;
    private final LongSupplier nanoTime;
    private Reading last;

    private record Reading(CompletableFuture<Directory> directory, long at) {}

    /** @param userNames a user name beats what else it may mean; both by folded name */
    private record Directory(Map<String, String> userNames, Map<String, Set<String>> others) {

        List<String> ids(String folded) {
            String byUserName = userNames.get(folded);
            return byUserName != null ? List.of(byUserName) : List.copyOf(others.getOrDefault(folded, Set.of()));
        }

        List<String> names() {
            List<String> names = new ArrayList<>(userNames.keySet());
            names.addAll(others.keySet());
            return names;
        }
    }

    Owners(NameSource crm, LongSupplier nanoTime) {
        this.crm = crm;
        this.nanoTime = nanoTime;
    }

    /** The id of the owner; or what is wrong with the name, to be continued after "The value x of field y ". */
    CompletableFuture<Lookup> find(String name) {
        String folded = NameText.folded(name);
        return reading(NameCache.KEPT)
                .thenCompose(known -> known.ids(folded).isEmpty()
                        ? reading(AGAIN).thenApply(fresh -> result(folded, fresh))
                        : CompletableFuture.completedFuture(result(folded, known)));
    }

    private static Lookup result(String folded, Directory directory) {
        List<String> ids = directory.ids(folded);
        if (ids.size() == 1) {
            return Lookup.found(ids.get(0));
        }
        if (ids.isEmpty()) {
            List<String> nearest = NearestNames.of(folded, directory.names());
            return Lookup.fault(
                    "is neither a user (user name, full name or e-mail) nor a group that the connection's user may see; "
                            + (nearest.isEmpty()
                                    ? "give an id like 19x5"
                                    : "did you mean " + String.join(" or ", nearest) + "?"));
        }
        return Lookup.fault(NameText.ambiguous(ids));
    }

    private synchronized CompletableFuture<Directory> reading(Duration youngest) {
        long now = nanoTime.getAsLong();
        if (last == null || last.directory().isCompletedExceptionally() || now - last.at() > youngest.toNanos()) {
            last = new Reading(read(), now);
        }
        return last.directory();
    }

    private CompletableFuture<Directory> read() {
        return users().thenCompose(users -> rows("select id, groupname from Groups;")
                .thenApply(groups -> directory(users, groups.orElse(List.of()))));
    }

    private CompletableFuture<List<Map<String, Object>>> users() {
        return rows("select id, user_name, first_name, last_name, email1 from Users;")
                .thenCompose(users -> users.map(CompletableFuture::completedFuture)
                        .orElseGet(() -> crm.me().thenApply(List::of)));
    }

    /** Empty where the user may not read them. */
    private CompletableFuture<Optional<List<Map<String, Object>>>> rows(String vtql) {
        return LookupFailures.emptyWhereDenied(crm.query(vtql));
    }

    private static Directory directory(List<Map<String, Object>> users, List<Map<String, Object>> groups) {
        Directory directory = new Directory(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (Map<String, Object> user : users) {
            String id = NameText.text(user.get("id"));
            directory.userNames().put(NameText.folded(NameText.text(user.get("user_name"))), id);
            add(directory, NameText.joined(user, FULL_NAME), id);
            add(directory, NameText.text(user.get("email1")), id);
        }
        groups.forEach(group -> add(directory, NameText.text(group.get("groupname")), NameText.text(group.get("id"))));
        directory.userNames().remove("");
        return directory;
    }

    private static void add(Directory directory, String name, String id) {
        if (!name.isBlank()) {
            directory
                    .others()
                    .computeIfAbsent(NameText.folded(name), key -> new LinkedHashSet<>())
                    .add(id);
        }
    }
}
