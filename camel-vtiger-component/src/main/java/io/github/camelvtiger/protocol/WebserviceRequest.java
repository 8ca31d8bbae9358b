package io.github.camelvtiger.protocol;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.http.HttpBody;
import io.github.camelvtiger.http.HttpCall;
import io.github.camelvtiger.http.HttpMethod;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Makes requests for {@code webservice.php}: its address and its two ways to take parameters. */
final class WebserviceRequest {

    private final URI address;
    private final FormEncoder forms;

    /** @throws IllegalArgumentException when the url is none */
    WebserviceRequest(ClientSettings settings, FormEncoder forms) {
        this.address = settings.address();
        this.forms = forms;
    }

    URI address() {
        return address;
    }

    /** @throws io.github.camelvtiger.client.VtigerException when the call can't be sent */
    HttpCall of(ServerCall call, String sessionName) {
        requireServed(call);
        if (MultipartForm.isNeeded(call)) {
            MultipartForm multipart = new MultipartForm(forms, call);
            multipart.add("sessionName", sessionName);
            // Last: a request that is cut before it does nothing.
            multipart.add("operation", call.operation());
            return new HttpCall(HttpMethod.POST, address, call.headers(), multipart.body());
        }
        StringBuilder form = new StringBuilder();
        forms.append(form, "operation", call.operation(), call);
        forms.append(form, "sessionName", sessionName, call);
        call.parameters().forEach((name, value) -> forms.append(form, name, value, call));
        if (call.method() == HttpMethod.POST && call.body() == null) {
            HttpBody body = HttpBody.form(form.toString().getBytes(StandardCharsets.US_ASCII));
            return new HttpCall(HttpMethod.POST, address, call.headers(), body);
        }
        URI uri = forms.requireSendable(URI.create(address + "?" + form), call);
        return new HttpCall(call.method(), uri, call.headers(), call.body());
    }

    /** {@code webservice.md §1}: parameters by GET or by POST, as the operation is registered. */
    private static void requireServed(ServerCall call) {
        if (call.method() != HttpMethod.GET && call.method() != HttpMethod.POST) {
            throw new InvalidRecordException(
                    "The method " + call.method()
                            + " is not one of webservice.php, which takes GET and POST; others are"
                            + " for the REST API of Vtiger Cloud.",
                    call.failureContext());
        }
        if (call.operation().contains("/")) {
            throw new InvalidRecordException(
                    "The path /" + call.operation() + " does not name an operation of webservice.php, which has no"
                            + " paths below one; write it like /listtypes.",
                    call.failureContext());
        }
    }
}
