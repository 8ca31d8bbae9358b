package io.github.camelvtiger.routes.sync.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What of Users is never written to a file: with the access key of a user anybody is that user. */
public final class UserSecrets {

    private static final String USERS = "Users";
    private static final Set<String> FIELDS = Set.of("accesskey", "user_password", "confirm_password");

    private UserSecrets() {}

    public static boolean is(String module, String field) {
        return module.equals(USERS) && FIELDS.contains(field);
    }

    /** The record without them. */
    public static Map<String, Object> without(String module, Map<String, Object> record) {
        if (!module.equals(USERS)) {
            return record;
        }
        Map<String, Object> rest = new LinkedHashMap<>(record);
        rest.keySet().removeAll(FIELDS);
        return rest;
    }
}
