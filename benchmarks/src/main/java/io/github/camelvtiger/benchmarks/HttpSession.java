package io.github.camelvtiger.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

/** A session of a CRM as a person gets it with camel-http alone. */
public final class HttpSession {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CamelContext context;
    private final String service;
    private final String username;
    private final String accessKey;
    private String session;

    public HttpSession(CamelContext context, String url, String username, String accessKey) {
        this.context = context;
        this.service = url.replaceAll("/+$", "") + "/webservice.php";
        this.username = username;
        this.accessKey = accessKey;
    }

    /** The context is started. */
    public void logIn() throws Exception {
        String token = result(ask(service + "?operation=getchallenge&username=" + encoded(username)))
                .path("token")
                .asText();
        String key = HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("MD5").digest((token + accessKey).getBytes(StandardCharsets.UTF_8)));
        session = result(ask(service, "operation=login&username=" + encoded(username) + "&accessKey=" + encoded(key)))
                .path("sessionName")
                .asText();
    }

    /** Where forms are sent to. */
    public String service() {
        return service;
    }

    public String id() {
        return session;
    }

    /** The address of an operation with its parameters. */
    public String address(String operation, Map<String, String> parameters) {
        StringBuilder address =
                new StringBuilder(service + "?operation=" + operation + "&sessionName=" + encoded(session));
        parameters.forEach(
                (name, value) -> address.append('&').append(name).append('=').append(encoded(value)));
        return address.toString();
    }

    /** The answer of an address. */
    public String ask(String address) {
        return ask(address, null);
    }

    private String ask(String uri, String form) {
        return context.createProducerTemplate()
                .request(uri, exchange -> {
                    exchange.getMessage().setBody(form);
                    if (form != null) {
                        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
                    }
                })
                .getMessage()
                .getBody(String.class);
    }

    /** What an answer holds. */
    public JsonNode result(String answer) throws Exception {
        JsonNode body = JSON.readTree(answer);
        if (!body.path("success").asBoolean()) {
            throw new IllegalStateException(answer);
        }
        return body.path("result");
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
