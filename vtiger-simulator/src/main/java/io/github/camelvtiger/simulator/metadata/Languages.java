package io.github.camelvtiger.simulator.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Labels of modules, fields and picklist values in other languages than English, as the server has them: what is not
 * translated for a module is looked up for all of them, and stays English if it is not there either.
 */
public final class Languages {

    static final Languages NONE = new Languages(Map.of());

    private static final String EVERY_MODULE = "*";

    private final Map<String, Map<String, Map<String, String>>> labels;

    private Languages(Map<String, Map<String, Map<String, String>>> labels) {
        this.labels = labels;
    }

    /**
     * @param content {@code {"de_de":{"Contacts":{"Last Name":"Nachname"},"*":{…}}}}; a missing node for no language
     * @throws IllegalArgumentException for anything else
     */
    static Languages of(JsonNode content) {
        if (content.isMissingNode()) {
            return NONE;
        }
        Map<String, Map<String, Map<String, String>>> labels = new HashMap<>();
        content.properties().forEach(language -> language.getValue()
                .properties()
                .forEach(module -> module.getValue().properties().forEach(label -> {
                    if (!label.getValue().isTextual()) {
                        throw new IllegalArgumentException("the label \"" + label.getKey() + "\" of module \""
                                + module.getKey() + "\" in language \"" + language.getKey()
                                + "\" is not a text: give {\"" + label.getKey() + "\":\"…\"}");
                    }
                    labels.computeIfAbsent(language.getKey(), key -> new HashMap<>())
                            .computeIfAbsent(module.getKey(), key -> new HashMap<>())
                            .put(label.getKey(), label.getValue().asText());
                })));
        return new Languages(labels);
    }

    /** These, and then the others. */
    Languages and(Languages others) {
        Map<String, Map<String, Map<String, String>>> both = new HashMap<>(labels);
        others.labels.forEach((language, modules) -> both.merge(language, modules, Languages::merged));
        return new Languages(both);
    }

    private static Map<String, Map<String, String>> merged(
            Map<String, Map<String, String>> one, Map<String, Map<String, String>> other) {
        Map<String, Map<String, String>> merged = new HashMap<>(one);
        other.forEach((module, labels) -> merged.merge(module, labels, (before, after) -> {
            Map<String, String> all = new HashMap<>(before);
            all.putAll(after);
            return all;
        }));
        return merged;
    }

    public boolean has(String language) {
        return labels.containsKey(language);
    }

    /** The label of something in a module, or a text of the server that is not of one. */
    public String label(String language, String module, String english) {
        Map<String, Map<String, String>> modules = labels.getOrDefault(language, Map.of());
        String general = modules.getOrDefault(EVERY_MODULE, Map.of()).getOrDefault(english, english);
        return modules.getOrDefault(module, Map.of()).getOrDefault(english, general);
    }
}
