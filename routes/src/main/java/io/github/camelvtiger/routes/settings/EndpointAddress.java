package io.github.camelvtiger.routes.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/** The address of an endpoint of Camel. */
final class EndpointAddress implements Check {

    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.+");

    @Override
    public Optional<String> fault(String value) {
        return SCHEME.matcher(value).matches()
                ? Optional.empty()
                : Optional.of("which is not the address of an endpoint; write one such as"
                        + " smtps://mail.example.com?to=oncall@example.com or https://hooks.example.com/crm");
    }
}
