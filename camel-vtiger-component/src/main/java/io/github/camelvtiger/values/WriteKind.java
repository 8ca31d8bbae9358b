package io.github.camelvtiger.values;

import java.util.Locale;

/** What a record is prepared for: it decides which fields must have a value. */
public enum WriteKind {
    /** Every mandatory field; the owner may be left out. */
    CREATE,
    /** Every mandatory field: the server asks for them all ({@code webservice.md §5}). */
    UPDATE,
    /** Whatever is sent must not empty a mandatory field. */
    REVISE,
    /** Like a revise; whether it will be a create is not known yet. */
    UPSERT;

    /** The operation as users write it. */
    public String operation() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a field is left out of what is sent: the server makes it itself, whatever is sent. */
    public boolean omits(String field) {
        return ServerMade.field(field) && !(changes() && field.equals("id"));
    }

    /** Whether there is a record already whose id is given. */
    public boolean changes() {
        return this == UPDATE || this == REVISE;
    }

    boolean wantsAllMandatory() {
        return this == CREATE || this == UPDATE;
    }
}
