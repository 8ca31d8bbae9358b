package io.github.camelvtiger.protocol;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.http.HttpBody;
import io.github.camelvtiger.http.HttpCall;
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
        StringBuilder form = new StringBuilder();
        forms.append(form, "operation", call.operation(), call);
        forms.append(form, "sessionName", sessionName, call);
        call.parameters().forEach((name, value) -> forms.append(form, name, value, call));
        return call.post()
                ? HttpCall.post(address, HttpBody.form(form.toString().getBytes(StandardCharsets.US_ASCII)))
                : HttpCall.get(forms.requireSendable(URI.create(address + "?" + form), call));
    }
}
