package io.github.camelvtiger.client;

import java.util.List;

/** The record is written, and the CRM keeps other values in it than were sent; nothing was undone. */
public final class AlteredRecordException extends InvalidRecordException {

    private final List<String> fields;

    /** @param fields that came back other than sent */
    public AlteredRecordException(List<String> fields, FailureContext context) {
        super(
                "The record " + context.recordId() + " is written, but the CRM stored other values than were sent in "
                        + String.join(", ", fields)
                        + "; read it, and send values that the fields can hold (length, decimals, characters, form).",
                context);
        this.fields = List.copyOf(fields);
    }

    public List<String> getFields() {
        return fields;
    }
}
