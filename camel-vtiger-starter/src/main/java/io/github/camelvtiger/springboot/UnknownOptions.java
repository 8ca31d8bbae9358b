package io.github.camelvtiger.springboot;

import io.github.camelvtiger.names.NearestNames;
import java.beans.PropertyDescriptor;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Finds settings below {@code camel.component.vtiger} that the component does not have; without this they have no effect. */
final class UnknownOptions {

    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("camel.component.vtiger");

    /** What Camel itself reads below the prefix. */
    private static final String CUSTOMIZER = "customizer";

    private final List<String> options;

    /** @param configuration the bean whose properties are the options */
    UnknownOptions(Class<?> configuration) {
        options = Stream.of(BeanUtils.getPropertyDescriptors(configuration))
                .filter(property ->
                        property.getWriteMethod() != null || property.getName().equals(CUSTOMIZER))
                .map(PropertyDescriptor::getName)
                .toList();
    }

    /**
     * Variables of the process's environment are not looked at: they may belong to another program.
     *
     * @throws IllegalArgumentException with the name of a setting that is not an option; never with its value
     */
    void check(ConfigurableEnvironment environment) {
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource settings
                    && !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource)) {
                settings.stream().filter(PREFIX::isAncestorOf).forEach(this::check);
            }
        }
    }

    private void check(ConfigurationPropertyName setting) {
        int element = PREFIX.getNumberOfElements();
        String uniform = setting.getElement(element, Form.UNIFORM);
        if (options.stream().noneMatch(uniform::equalsIgnoreCase)) {
            String option = setting.getElement(element, Form.ORIGINAL);
            List<String> nearest = NearestNames.of(option, options);
            throw new IllegalArgumentException("The setting " + PREFIX + "." + option
                    + " is not an option of the component vtiger; "
                    + (nearest.isEmpty()
                            ? "docs/component.md lists the options."
                            : "did you mean " + String.join(" or ", nearest) + "?"));
        }
    }
}
