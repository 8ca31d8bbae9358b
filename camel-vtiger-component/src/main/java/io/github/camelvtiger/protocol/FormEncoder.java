package io.github.camelvtiger.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.QuerySyntaxException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

/** Writes parameters of calls as forms and query strings have them. */
final class FormEncoder {

    /** Apache answers HTTP 414 above 8190 bytes of request line ({@code webservice.md §1}). */
    private static final int LONGEST_ADDRESS = 8_000;

    private final Json json;

    FormEncoder(Json json) {
        this.json = json;
    }

    /** Nothing if there is no value; a Map or Collection as JSON. */
    void append(StringBuilder form, String name, Object value, ServerCall call) {
        if (value != null) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(text(name, value, call), StandardCharsets.UTF_8));
        }
    }

    /** What is sent of a value. */
    String text(String name, Object value, ServerCall call) {
        if (!(value instanceof Map<?, ?> || value instanceof Collection<?>)) {
            return value.toString();
        }
        try {
            return json.write(value);
        } catch (JsonProcessingException unwritable) {
            throw new InvalidRecordException(
                    "The parameter " + name + " of " + call.operation() + " can't be written as JSON ("
                            + unwritable.getOriginalMessage() + "); use text, numbers, booleans, Maps and Lists.",
                    call.failureContext(),
                    unwritable);
        }
    }

    /** @throws io.github.camelvtiger.client.VtigerException when the address is longer than web servers take */
    URI requireSendable(URI address, ServerCall call) {
        int length = address.toString().length();
        if (length <= LONGEST_ADDRESS) {
            return address;
        }
        FailureContext context = call.failureContext();
        String sentence = "The request for " + call.operation() + " has " + length
                + " characters, and a web server takes some " + LONGEST_ADDRESS
                + "; select fewer columns or split the condition.";
        throw "query".equals(call.operation())
                ? new QuerySyntaxException(sentence, context)
                : new InvalidRecordException(sentence, context);
    }
}
