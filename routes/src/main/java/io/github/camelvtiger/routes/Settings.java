package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.settings.SettingsSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertiesComponent;

/** The application's settings while it is being put together. A setting with an empty value is one that is not set. */
record Settings(PropertiesComponent properties) implements SettingsSource {

    static Settings of(CamelContext context) {
        return new Settings(context.getPropertiesComponent());
    }

    Optional<String> find(String key) {
        return value(key).filter(value -> !value.isEmpty());
    }

    @Override
    public Optional<String> value(String key) {
        Optional<String> value = properties.resolveProperty(key).map(String::trim);
        // What cannot be resolved is as empty as what is not there.
        if (value.isEmpty() && names().contains(key)) {
            throw new IllegalArgumentException("A placeholder in the setting " + key + " cannot be resolved.");
        }
        return value;
    }

    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>(properties.loadProperties().stringPropertyNames());
        names.addAll(System.getProperties().stringPropertyNames());
        return names;
    }

    /** Camel looks there for what neither a file nor a system property gives. */
    @Override
    public Optional<String> variable(String key) {
        String variable = key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return Optional.of(variable).filter(name -> System.getenv(name) != null && !names().contains(key));
    }

    /** @throws IllegalStateException with a sentence that names the setting */
    String require(String key, String because) {
        return find(key)
                .orElseThrow(() -> new IllegalStateException(
                        "The setting " + key + " is missing: " + because + "; set it in application.properties."));
    }

    /** Of a setting that is true or false. */
    boolean isOn(String key) {
        return Boolean.parseBoolean(require(key, "it is true or false"));
    }

    /** Stronger than every file. */
    void override(String key, String value) {
        properties.addOverrideProperty(key, value);
    }
}
