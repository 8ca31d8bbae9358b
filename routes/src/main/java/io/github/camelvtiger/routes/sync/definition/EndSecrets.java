package io.github.camelvtiger.routes.sync.definition;

import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.util.SensitiveUtils;
import org.apache.camel.util.URISupport;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Finds what must not be in {@code from} and {@code to}: secrets as they are, and data of records in addresses. */
final class EndSecrets {

    private static final List<String> ADDRESSES = List.of("uri", "deadLetter");

    /** Of a user, as in {@code ftp:user:password@host}. */
    private static final Pattern PASSWORD = Pattern.compile("^[^?]*[:/][^:/@?]+:(?<password>[^@?/]+)@");

    private EndSecrets() {}

    static void check(Section end) {
        end.keys().forEach(key -> end.node(key).ifPresent(value -> check(end, key, value)));
    }

    private static void check(Section end, String key, Node value) {
        if (key.equals("parameters") && value instanceof MappingNode) {
            end.section(key).ifPresent(EndSecrets::check);
        } else if (value instanceof ScalarNode scalar) {
            literal(end, key, key, scalar.getValue());
            if (ADDRESSES.contains(key)) {
                address(end, key, scalar.getValue());
            }
        }
    }

    /** Only what is written counts: the value of a placeholder is where secrets belong. */
    private static void literal(Section end, String key, String option, Object value) {
        if (SensitiveUtils.containsSensitive(option) && !String.valueOf(value).contains("{{")) {
            end.fault(
                    key,
                    "The option '" + option + "' is a secret and its value is in the sync file (not shown); move it to"
                            + " application.properties or the environment, and write {{name}} or {{env:NAME}} here.");
        }
    }

    private static void address(Section end, String key, String uri) {
        if (uri.contains("${")) {
            end.fault(
                    key,
                    "The uri has ${ in it, so that data of a record could change where records go; write the address"
                            + " without, or set it by a header in a route of your own.");
        }
        Matcher user = PASSWORD.matcher(uri);
        if (user.find()) {
            literal(end, key, "password", user.group("password"));
        }
        int query = uri.indexOf('?');
        if (query < 0) {
            return;
        }
        try {
            Map<String, Object> options = URISupport.parseQuery(uri.substring(query + 1), true, true);
            options.forEach((option, value) -> literal(end, key, option, value));
        } catch (URISyntaxException notUnderstood) {
            end.fault(key, "The options of the uri cannot be told apart; put those with & or % into RAW(...).");
        }
    }
}
