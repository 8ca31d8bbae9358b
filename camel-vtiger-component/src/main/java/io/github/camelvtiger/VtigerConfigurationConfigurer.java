package io.github.camelvtiger;

/** Binds {@code camel.component.vtiger.configuration.*}, and a configuration that is a bean. Camel finds it by their class. */
public final class VtigerConfigurationConfigurer extends CheckedConfigurer {

    public VtigerConfigurationConfigurer() {
        super(EndpointOptions.class);
    }
}
