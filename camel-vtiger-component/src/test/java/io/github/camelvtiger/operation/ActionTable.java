package io.github.camelvtiger.operation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The actions as the documentation and its tests need them. */
public final class ActionTable {

    private ActionTable() {}

    /** Input by key. */
    public static Map<String, String> examples() {
        Map<String, String> examples = new LinkedHashMap<>();
        Arrays.stream(CrmAction.values()).forEach(action -> examples.put(action.key(), action.example()));
        return examples;
    }

    public static Map<String, Object> schema(String key) {
        return new ActionSchema(CrmAction.find(key).orElseThrow(), Optional.empty(), false, false).document();
    }

    public static String markdown() {
        return Arrays.stream(CrmAction.values())
                .map(action -> "| `%s` | `%s` | %s | `%s` |%n"
                        .formatted(
                                action.key(),
                                action.operation().uriName(),
                                action.reads() ? "yes" : "",
                                action.example().replace("|", "\\|")))
                .collect(Collectors.joining("", "| key | operation | by default | input |\n|---|---|---|---|\n", ""));
    }
}
