package io.github.camelvtiger.springboot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/** The configuration bean and its metadata, made from the options of the component. */
record GeneratedConfiguration(List<ComponentOption> options) {

    static final String PREFIX = "camel.component.vtiger";
    static final String CLASS = "io.github.camelvtiger.springboot.VtigerComponentConfiguration";

    /** Every option is a text that Camel converts, and null if it is not set: a default would count as set. */
    String javaSource() {
        StringBuilder source = new StringBuilder(
                """
                package io.github.camelvtiger.springboot;

                import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
                import org.springframework.boot.context.properties.ConfigurationProperties;

                /** The options of the component vtiger. Generated from its metadata; not to be edited. */
                @ConfigurationProperties(prefix = "%s")
                public class VtigerComponentConfiguration extends ComponentConfigurationPropertiesCommon {

                    private Boolean enabled;
                """
                        .formatted(PREFIX));
        options.forEach(option ->
                source.append("    private String ").append(option.name()).append(";\n"));
        source.append(accessors("Boolean", "enabled"));
        options.forEach(option -> source.append(accessors("String", option.name())));
        return source.append("}\n").toString();
    }

    private static String accessors(String type, String name) {
        String upper = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return """

                    public %1$s get%2$s() {
                        return %3$s;
                    }

                    public void set%2$s(%1$s %3$s) {
                        this.%3$s = %3$s;
                    }
                """
                .formatted(type, upper, name)
                .indent(0);
    }

    String metadata() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode metadata = json.createObjectNode();
        metadata.putArray("groups")
                .addObject()
                .put("name", PREFIX)
                .put("type", CLASS)
                .put("sourceType", CLASS);
        ArrayNode properties = metadata.putArray("properties");
        properties
                .addObject()
                .put("name", PREFIX + ".enabled")
                .put("type", "java.lang.Boolean")
                .put("description", "Whether to configure the component vtiger from these settings.")
                .put("sourceType", CLASS)
                .put("defaultValue", true);
        properties
                .addObject()
                .put("name", PREFIX + ".customizer.enabled")
                .put("type", "java.lang.Boolean")
                .put("description", "Whether customizers are applied to the component vtiger.")
                .put("sourceType", CLASS)
                .put("defaultValue", true);
        options.forEach(option -> properties.add(option.springMetadata()));
        ArrayNode hints = metadata.putArray("hints");
        options.stream()
                .map(ComponentOption::springHint)
                .filter(Objects::nonNull)
                .forEach(hints::add);
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(metadata) + "\n";
    }
}
