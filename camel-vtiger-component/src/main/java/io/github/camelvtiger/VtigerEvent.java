package io.github.camelvtiger;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can happen to a record, as the option {@code events} and the header {@code CamelVtigerEvent} name it. */
public enum VtigerEvent {
    CREATED,
    UPDATED,
    DELETED;

    /** The name in options and headers: {@code created}. */
    public String headerValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param events names separated by commas
     * @throws IllegalArgumentException naming the bad value
     */
    static Set<VtigerEvent> parse(String events) {
        Set<VtigerEvent> parsed = EnumSet.noneOf(VtigerEvent.class);
        for (String name : events.split(",")) {
            parsed.add(one(name.strip().toLowerCase(Locale.ROOT)));
        }
        return parsed;
    }

    private static VtigerEvent one(String name) {
        return switch (name) {
            case "created" -> CREATED;
            case "updated" -> UPDATED;
            case "deleted" -> DELETED;
            default ->
                throw new IllegalArgumentException("The option events names '" + name
                        + "', which is not an event; use created, updated, deleted.");
        };
    }
}
