package io.github.camelvtiger.values;

import io.github.camelvtiger.client.ModuleDescription.Field;
import java.util.Map;
import java.util.Objects;

/** Mandatory fields of a new record that are the connection's own user unless they are sent: the owner, and the sender of an e-mail. */
public final class OwnUserFields {

    public static final String OWNER = "assigned_user_id";
    public static final String SENDER = "from_email";

    private OwnUserFields() {}

    public static boolean contain(String module, Field field) {
        return field.type().equals("owner") || hasSender(module) && field.name().equals(SENDER);
    }

    /** Whether records of the module have a sender, which is an e-mail address. */
    public static boolean hasSender(String module) {
        return module.equals("Emails");
    }

    /** Whether a record has no value in a field. */
    public static boolean lacks(Map<String, ?> record, String name) {
        return Objects.toString(record.get(name), "").isBlank();
    }
}
