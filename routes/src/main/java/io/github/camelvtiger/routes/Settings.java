package io.github.camelvtiger.routes;

import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertiesComponent;

/** The application's settings while it is being put together. A setting with an empty value is one that is not set. */
record Settings(PropertiesComponent properties) {

    static Settings of(CamelContext context) {
        return new Settings(context.getPropertiesComponent());
    }

    Optional<String> find(String key) {
        return properties.resolveProperty(key).map(String::trim).filter(value -> !value.isEmpty());
    }

    /** @throws IllegalStateException with a sentence that names the setting */
    String require(String key, String because) {
        return find(key)
                .orElseThrow(() -> new IllegalStateException(
                        "The setting " + key + " is missing: " + because + "; set it in application.properties."));
    }

    /** Stronger than every file. */
    void override(String key, String value) {
        properties.addOverrideProperty(key, value);
    }
}
