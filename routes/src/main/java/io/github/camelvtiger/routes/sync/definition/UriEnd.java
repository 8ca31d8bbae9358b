package io.github.camelvtiger.routes.sync.definition;

import io.github.camelvtiger.routes.sync.definition.Components.Use;
import io.github.camelvtiger.routes.sync.definition.Format.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what {@code from} and {@code to} say of an endpoint of Camel. */
final class UriEnd {

    private static final Components COMPONENTS = Components.ofCamel();

    /** What stands for a whole value, which may have any characters in it. */
    private static final Pattern PLACEHOLDER = Pattern.compile("=(\\{\\{[^{}&]*}})(?=&|$)");

    private final Section section;
    private final Use use;

    UriEnd(Section section, Use use) {
        this.section = section;
        this.use = use;
    }

    Optional<Source> source() {
        section.allow(SyncKeys.FROM_URI);
        Optional<EndpointUri> uri = uri("uri", use);
        Optional<EndpointUri> deadLetter = uri("deadLetter", Use.TARGET);
        Format format = format();
        Optional<String> id = section.text("id").map(Scalar::value);
        return uri.map(endpoint -> new Source.Uri(endpoint, format, id, deadLetter));
    }

    Optional<Target> target() {
        section.allow(SyncKeys.TO_URI);
        Optional<EndpointUri> uri = uri("uri", use);
        Format format = format();
        Optional<String> key = section.text("key").map(Scalar::value);
        return uri.map(endpoint -> new Target.Uri(endpoint, format, key.orElse(Target.Uri.ID)));
    }

    /** The address with {@code parameters:}, if it is its own. */
    private Optional<EndpointUri> uri(String key, Use used) {
        return section.text(key).filter(uri -> isEndpoint(key, uri, used)).map(uri -> {
            EndpointUri address = EndpointUri.of(
                    uri.value(), PLACEHOLDER.matcher(uri.written()).replaceAll("=RAW($1)"));
            Optional<Section> parameters = key.equals("uri") ? section.section("parameters") : Optional.empty();
            for (String name : parameters.map(Section::keys).orElse(List.of())) {
                Optional<Scalar> value = parameters.get().scalar(name);
                if (value.isPresent()) {
                    address = address.with(name, value(value.get().written()));
                }
            }
            return address;
        });
    }

    /** Camel takes what is within RAW as it is. The name of a bean is not a text, and Camel looks for it only at the beginning. */
    private static String value(String written) {
        return written.startsWith("#") || written.startsWith("RAW(") || written.startsWith("RAW{")
                ? written
                : written.contains(")") ? "RAW{" + written + "}" : "RAW(" + written + ")";
    }

    private boolean isEndpoint(String key, Scalar uri, Use used) {
        int colon = uri.value().indexOf(':');
        if (colon <= 0) {
            section.refuse(
                    key,
                    uri,
                    "is not the address of an endpoint; write component:name, such as jms:queue:leads or"
                            + " https://example.com/leads.");
            return false;
        }
        Optional<String> fault =
                COMPONENTS.fault(uri.value().substring(0, colon), used, name -> section.isSet("camel.beans." + name));
        fault.ifPresent(sentence -> section.fault(uri, sentence));
        return fault.isEmpty();
    }

    private Format format() {
        Kind kind = section.scalar("format")
                .flatMap(value -> section.choice(
                        "format", value, List.of("json", "csv"), word -> word.equals("csv") ? Kind.CSV : Kind.JSON))
                .orElse(Kind.JSON);
        return new Format(Optional.of(kind), "UTF-8", Optional.empty(), Optional.empty());
    }
}
