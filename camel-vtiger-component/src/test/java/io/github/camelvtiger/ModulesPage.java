package io.github.camelvtiger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fills docs/modules.md from the examples that the tests execute. */
final class ModulesPage {

    private static final Pattern SECTION =
            Pattern.compile("(<!-- generated: (\\w+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    /** Of a fresh installation. */
    private static final Map<String, String> IDS = Map.of(
            "Accounts", "11x3",
            "Contacts", "12x4",
            "Products", "14x5",
            "Vendors", "2x6",
            "Project", "29x7",
            "DocumentFolders", "22x1",
            "Currency", "21x1");

    private static final String NO = "no";
    private static final ObjectMapper JSON = new ObjectMapper();

    String fill(String page) {
        return SECTION.matcher(page)
                .replaceAll(section -> Matcher.quoteReplacement(section.group(1)
                        + (section.group(2).equals("modules") ? table() : examples())
                        + section.group(3)));
    }

    private static String table() {
        StringBuilder table = new StringBuilder(
                "| object | API name | create | read, query | change | delete | `changes` | Cloud | to know |\n"
                        + "|---|---|---|---|---|---|---|---|---|\n");
        for (ModuleExample module : ModuleExamples.all()) {
            boolean api = module.api() != null;
            table.append("| %s | %s | %s | %s | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            module.objects().get(0),
                            api ? "`" + module.api() + "`" : "",
                            cell(module, 'c'),
                            cell(module, 'q'),
                            cell(module, 'u'),
                            cell(module, 'd'),
                            cell(module, 'f'),
                            api || module.objects().get(0).startsWith("custom") ? "documented" : "",
                            module.traps()));
        }
        return table.toString();
    }

    private static String cell(ModuleExample module, char operation) {
        return module.api() == null ? "" : module.allows(operation) ? "yes" : NO;
    }

    private static String examples() {
        StringBuilder examples = new StringBuilder("| endpoint | body |\n|---|---|\n");
        Set<String> shown = new HashSet<>();
        for (ModuleExample module : ModuleExamples.all()) {
            if (module.api() == null || !shown.add(module.api())) {
                continue;
            }
            boolean create = module.allows('c');
            Object body = create ? shown(module.record()) : Map.of(module.changed(), module.value());
            examples.append(
                    "| `vtiger:%s/%s` | `%s` |%n".formatted(create ? "create" : "revise", module.api(), json(body)));
        }
        return examples.toString();
    }

    private static Object shown(Object value) {
        if (value instanceof Map<?, ?> fields) {
            return fields.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            field -> shown(field.getValue()),
                            (one, other) -> one,
                            LinkedHashMap::new));
        }
        if (value instanceof List<?> items) {
            return items.stream().map(ModulesPage::shown).toList();
        }
        String text = String.valueOf(value);
        return text.startsWith("@") ? IDS.get(text.substring(1)) : text.replace("MARK", "Example");
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
