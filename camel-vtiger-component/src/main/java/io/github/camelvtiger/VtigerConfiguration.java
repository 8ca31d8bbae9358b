package io.github.camelvtiger;

import org.apache.camel.spi.UriParams;

/**
 * The options of an endpoint: a connection, and what the producer and the consumers do with it. Camel binds them by
 * {@link VtigerConfigurationConfigurer}.
 */
@UriParams
public class VtigerConfiguration extends EndpointOptions {

    /** A configuration of its own for each endpoint: its options must not reach the component's. */
    public VtigerConfiguration copy() {
        return (VtigerConfiguration) clone();
    }
}
