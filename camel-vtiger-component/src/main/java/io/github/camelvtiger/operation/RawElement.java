package io.github.camelvtiger.operation;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordId;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * The JSON of a record that is sent as it is. It is read all the same: the server takes what it cannot read for an empty
 * record and does not say so ({@code webservice.md §1}), and a wrong id for that of another record.
 *
 * @param record what the text says
 */
record RawElement(String text, Map<String, Object> record) {

    private static final String ID = "id";

    static RawElement of(Exchange exchange, String operation) {
        Object body = exchange.getMessage().getBody();
        if (!BodyText.isOne(body)) {
            throw new InvalidRecordException(
                    "With the option rawPayload the body must be the record's JSON as text, bytes or a stream, not "
                            + (body == null
                                    ? "empty"
                                    : "of type " + body.getClass().getName()) + ".",
                    FailureContext.of(operation, null, null));
        }
        String text = BodyText.content(BodyText.of(exchange, body, operation));
        return new RawElement(text, new BodyReader(operation).record(text));
    }

    /** The text, with the id put in front if it has none. */
    String withId(RecordId id) {
        if (record.containsKey(ID)) {
            return text;
        }
        int afterBrace = text.indexOf('{') + 1;
        return "{\"id\":\"" + id + "\"" + (record.isEmpty() ? "" : ",") + text.substring(afterBrace);
    }
}
