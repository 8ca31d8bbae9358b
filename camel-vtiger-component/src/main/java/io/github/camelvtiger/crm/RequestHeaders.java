package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Checks the HTTP headers of a request that another system may have chosen. */
final class RequestHeaders {

    /** They say who asks and whom, or how the request is framed: set by others they would change both. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "authorization",
            "cookie",
            "host",
            "connection",
            "content-length",
            "content-type",
            "content-encoding",
            "transfer-encoding",
            "accept-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "keep-alive",
            "x-http-method-override");

    private RequestHeaders() {}

    /** @throws InvalidRecordException naming the header and what to do */
    static void check(Map<String, String> headers, FailureContext context) {
        headers.forEach((name, value) -> {
            String plain = name.toLowerCase(Locale.ROOT);
            if (OF_THE_CONNECTION.contains(plain) || plain.startsWith("proxy-")) {
                throw new InvalidRecordException(
                        "The HTTP header '" + name + "' is the connection's own; leave it out.", context);
            }
            if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+") || value.matches("(?s).*[\\p{Cntrl}&&[^\\t]].*")) {
                throw new InvalidRecordException(
                        "The HTTP header '" + name.replaceAll("\\p{Cntrl}", "?")
                                + "' has a name or a value that HTTP does not allow; leave out spaces in names and ends of lines.",
                        context);
            }
        });
    }
}
