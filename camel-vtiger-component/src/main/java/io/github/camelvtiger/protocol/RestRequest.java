package io.github.camelvtiger.protocol;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.http.HttpBody;
import io.github.camelvtiger.http.HttpCall;
import io.github.camelvtiger.http.HttpMethod;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes requests for the REST API: an address for each operation, credentials with each request, forms, not JSON bodies,
 * which some tenants refuse ({@code cloud-rest.md §1}).
 */
final class RestRequest {

    /** The one parameter that is documented as an array of PHP; lists in others are texts of JSON ({@code cloud-rest.md §1}). */
    private static final String ARRAY = "fieldTypeList";

    private final URI address;
    private final String credentials;
    private final FormEncoder forms;

    /** @throws IllegalArgumentException when the url is not an http or https address */
    RestRequest(ClientSettings settings, FormEncoder forms) {
        this.address = settings.restAddress();
        this.credentials = credentials(settings);
        this.forms = forms;
    }

    /** User name and access key as HTTP Basic has them: as good as a password. */
    static String credentials(ClientSettings settings) {
        String pair = settings.username() + ":" + settings.accessKey();
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    URI address() {
        return address;
    }

    /** @throws io.github.camelvtiger.client.VtigerException when the call can't be sent */
    HttpCall of(ServerCall call) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        headers.putAll(call.headers());
        headers.put("Authorization", "Basic " + credentials);
        URI uri = address.resolve(encoded(call.operation()));
        if (MultipartForm.isNeeded(call)) {
            return new HttpCall(call.method(), uri, headers, new MultipartForm(forms, call).body());
        }
        String form = form(call);
        boolean isForm = call.body() == null && call.method() != HttpMethod.GET && call.method() != HttpMethod.DELETE;
        if (isForm) {
            return new HttpCall(call.method(), uri, headers, HttpBody.form(form.getBytes(StandardCharsets.US_ASCII)));
        }
        URI asked = form.isEmpty() ? uri : forms.requireSendable(URI.create(uri + "?" + form), call);
        return new HttpCall(call.method(), asked, headers, call.body());
    }

    private String form(ServerCall call) {
        StringBuilder form = new StringBuilder();
        call.parameters().forEach((name, value) -> {
            if (name.equals(ARRAY) && value instanceof Collection<?> elements) {
                elements.forEach(element -> forms.append(form, name + "[]", element, call));
            } else {
                forms.append(form, name, value, call);
            }
        });
        return form.toString();
    }

    /** Operations are words; what else a caller may write must not become another address. */
    private static String encoded(String operation) {
        return URLEncoder.encode(operation, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                // What is encoded already, as values in paths are.
                .replace("%25", "%");
    }
}
