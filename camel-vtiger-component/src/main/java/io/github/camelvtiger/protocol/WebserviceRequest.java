package io.github.camelvtiger.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.QuerySyntaxException;
import io.github.camelvtiger.http.HttpBody;
import io.github.camelvtiger.http.HttpCall;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

/** Makes requests for {@code webservice.php}: its address and its two ways to take parameters. */
final class WebserviceRequest {

    /** Apache answers HTTP 414 above 8190 bytes of request line ({@code webservice.md §1}). */
    private static final int LONGEST_ADDRESS = 8_000;

    private final URI address;
    private final Json json;

    /** @throws IllegalArgumentException when the url is none */
    WebserviceRequest(ClientSettings settings, Json json) {
        this.address = settings.address();
        this.json = json;
    }

    URI address() {
        return address;
    }

    /** @throws io.github.camelvtiger.client.VtigerException when the call can't be sent */
    HttpCall of(ServerCall call, String sessionName) {
        String form = encoded(call, sessionName);
        if (call.post()) {
            return HttpCall.post(address, HttpBody.form(form.getBytes(StandardCharsets.US_ASCII)));
        }
        URI uri = URI.create(address + "?" + form);
        int length = uri.toString().length();
        if (length > LONGEST_ADDRESS) {
            throw tooLong(call, length);
        }
        return HttpCall.get(uri);
    }

    private static RuntimeException tooLong(ServerCall call, int length) {
        FailureContext context = call.failureContext();
        String sentence = "The request for " + call.operation() + " has " + length
                + " characters, and a web server takes some " + LONGEST_ADDRESS
                + "; select fewer columns or split the condition.";
        return "query".equals(call.operation())
                ? new QuerySyntaxException(sentence, context)
                : new InvalidRecordException(sentence, context);
    }

    private String encoded(ServerCall call, String sessionName) {
        StringBuilder form = new StringBuilder();
        append(form, "operation", call.operation());
        if (sessionName != null) {
            append(form, "sessionName", sessionName);
        }
        call.parameters().forEach((name, value) -> {
            if (value != null) {
                append(form, name, text(name, value, call));
            }
        });
        return form.toString();
    }

    private String text(String name, Object value, ServerCall call) {
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

    private static void append(StringBuilder form, String name, String value) {
        form.append(form.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
