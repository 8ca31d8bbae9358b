package io.github.camelvtiger.simulator.store;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which user is in which groups. */
public final class Memberships {

    private final Map<String, Set<String>> groups = new ConcurrentHashMap<>();

    /**
     * @param group id such as {@code 20x2}
     * @param user id such as {@code 19x1}
     */
    public void join(String group, String user) {
        groups.computeIfAbsent(user, any -> ConcurrentHashMap.newKeySet()).add(group);
    }

    /** Ids of the groups; none for a user who is in none. */
    public Set<String> of(String user) {
        return Set.copyOf(groups.getOrDefault(user, Set.of()));
    }
}
