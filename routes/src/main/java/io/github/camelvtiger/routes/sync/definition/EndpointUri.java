package io.github.camelvtiger.routes.sync.definition;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.util.URISupport;

/**
 * The address of an endpoint of Camel, with its options.
 *
 * @param scheme the component, also if a placeholder stands for it
 * @param options the names of those that are set, also within a placeholder
 * @param text as Camel takes it; placeholders are those of the sync file, since one may name a secret
 */
public record EndpointUri(String scheme, Set<String> options, String text) {

    private static final Pattern OPTION = Pattern.compile("[?&]([^=?&]+)=");

    public EndpointUri {
        options = Set.copyOf(options);
    }

    /**
     * @param resolved the same address without placeholders, with a scheme
     * @param text with them
     */
    static EndpointUri of(String resolved, String text) {
        Set<String> options = new LinkedHashSet<>();
        for (Matcher option = OPTION.matcher(resolved); option.find(); ) {
            options.add(option.group(1));
        }
        return new EndpointUri(resolved.substring(0, resolved.indexOf(':')), options, text);
    }

    /** The address with another option. */
    public EndpointUri with(String option, String value) {
        Set<String> more = new LinkedHashSet<>(options);
        more.add(option);
        return new EndpointUri(scheme, more, text + (options.isEmpty() ? '?' : '&') + option + '=' + value);
    }

    /** Without options and passwords, as lists and logs name it. */
    public String label() {
        int query = text.indexOf('?');
        return URISupport.sanitizeUri(query < 0 ? text : text.substring(0, query));
    }

    /** Camel masks only some of the secrets that an address can hold. */
    @Override
    public String toString() {
        return label();
    }
}
