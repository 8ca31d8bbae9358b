package io.github.camelvtiger;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.support.service.ServiceHelper;

/** The endpoints from which hints come; feeds with the same one share its consumer. */
final class HintSources {

    private final CamelContext context;
    private final Map<String, HintSource> sources = new HashMap<>();

    HintSources(CamelContext context) {
        this.context = context;
    }

    /**
     * From now on the feed gets the hints of an endpoint.
     *
     * @return ends that
     * @throws IllegalArgumentException if there is no such endpoint, or nothing can be consumed from it
     */
    Runnable join(String uri, Consumer<Hint> feed) {
        Endpoint endpoint = endpoint(uri);
        String key = endpoint.getEndpointUri();
        synchronized (sources) {
            HintSource source = sources.get(key);
            if (source == null) {
                source = source(endpoint);
                sources.put(key, source);
                source.add(feed);
                ServiceHelper.startService(source);
            } else {
                source.add(feed);
            }
        }
        return () -> leave(key, feed);
    }

    private Endpoint endpoint(String uri) {
        try {
            return context.getEndpoint(uri);
        } catch (RuntimeException unknown) {
            throw refused("does not name an endpoint that this Camel context has", unknown);
        }
    }

    private HintSource source(Endpoint endpoint) {
        try {
            return new HintSource(context, endpoint);
        } catch (Exception unusable) {
            throw refused("names an endpoint from which nothing can be consumed", unusable);
        }
    }

    /** The uri itself may hold secrets. */
    private static IllegalArgumentException refused(String why, Exception cause) {
        return new IllegalArgumentException(
                "The option hints " + why
                        + "; write a uri as it would be in 'from', such as RAW(jms:topic:crm), and have its component on the class"
                        + " path.",
                cause);
    }

    private void leave(String key, Consumer<Hint> feed) {
        HintSource unused;
        synchronized (sources) {
            HintSource source = sources.get(key);
            unused = source != null && source.remove(feed) ? sources.remove(key) : null;
        }
        if (unused != null) {
            ServiceHelper.stopAndShutdownService(unused);
        }
    }
}
