package io.github.camelvtiger.routes.sync.definition;

import org.apache.camel.util.URISupport;

/**
 * The address of an endpoint of Camel, with its options.
 *
 * @param text as Camel takes it; placeholders are those of the sync file, since one may name a secret
 */
public record EndpointUri(String text) {

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
