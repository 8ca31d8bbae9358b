package io.github.camelvtiger.simulator.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tree of roles: whose records others see although they are private. A fresh server has H1 to H5, one below the other. */
public final class Roles {

    private final Map<String, String> parents =
            new ConcurrentHashMap<>(Map.of("H2", "H1", "H3", "H2", "H4", "H3", "H5", "H4"));

    /** Puts the role under another one. */
    public void put(String role, String parent) {
        parents.put(role, parent);
    }

    /** Whether the first role is somewhere above the second; none is above itself. */
    boolean above(String role, String other) {
        for (String parent = parents.get(other); parent != null; parent = parents.get(parent)) {
            if (parent.equals(role)) {
                return true;
            }
        }
        return false;
    }
}
