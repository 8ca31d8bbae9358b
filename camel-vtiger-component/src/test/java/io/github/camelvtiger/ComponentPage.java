package io.github.camelvtiger;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.operation.ActionTable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the tables of docs/component.md from the component's metadata, and that of the actions from their catalogue. */
final class ComponentPage {

    private static final Pattern SECTION =
            Pattern.compile("(<!-- generated: (\\w+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    private final JsonNode metadata;

    ComponentPage(JsonNode metadata) {
        this.metadata = metadata;
    }

    String fill(String page) {
        return SECTION.matcher(page)
                .replaceAll(section ->
                        Matcher.quoteReplacement(section.group(1) + table(section.group(2)) + section.group(3)));
    }

    private String table(String name) {
        return switch (name) {
            case "operations" -> operations();
            case "actions" -> ActionTable.markdown();
            case "component" -> options("componentProperties");
            case "endpoint" -> options("properties");
            case "headers" -> headers();
            default -> throw new IllegalArgumentException("No table is called " + name);
        };
    }

    private String operations() {
        StringBuilder table = new StringBuilder("| operation | `from` | `to` |\n|---|---|---|\n");
        for (JsonNode name : metadata.at("/properties/operation/enum")) {
            VtigerOperation operation = VtigerOperation.valueOf(name.asText());
            table.append("| `%s` | %s | %s |%n"
                    .formatted(operation.uriName(), yes(operation.isConsumer()), yes(operation.isProducer())));
        }
        return table.toString();
    }

    private static String yes(boolean value) {
        return value ? "yes" : "";
    }

    private String options(String section) {
        StringBuilder table = new StringBuilder("| option | group | type | default | |\n|---|---|---|---|---|\n");
        metadata.get(section).properties().forEach(option -> {
            JsonNode about = option.getValue();
            table.append("| `%s` | %s | %s | %s | %s |%n"
                    .formatted(
                            option.getKey(),
                            about.get("group").asText(),
                            type(about),
                            about.has("defaultValue")
                                    ? "`" + about.get("defaultValue").asText() + "`"
                                    : "",
                            cell(about)));
        });
        return table.toString();
    }

    private static String type(JsonNode about) {
        if (about.has("enum")) {
            StringBuilder values = new StringBuilder();
            about.get("enum").forEach(value -> values.append(values.isEmpty() ? "" : ", ")
                    .append(value.asText()));
            return values.toString();
        }
        String type = about.get("type").asText();
        String javaType = about.get("javaType").asText();
        return type.equals("object") ? "`" + javaType.substring(javaType.lastIndexOf('.') + 1) + "`" : type;
    }

    private static String cell(JsonNode about) {
        String secret = about.get("secret").asBoolean() ? "Secret. " : "";
        return secret + about.get("description").asText().replace("|", "\\|").replaceAll("\\s+", " ");
    }

    private String headers() {
        StringBuilder table = new StringBuilder("| header | of | type | |\n|---|---|---|---|\n");
        metadata.get("headers").properties().forEach(header -> {
            JsonNode about = header.getValue();
            String javaType = about.get("javaType").asText();
            table.append("| `%s` | %s | %s | %s |%n"
                    .formatted(
                            header.getKey(),
                            about.get("group").asText(),
                            javaType.substring(javaType.lastIndexOf('.') + 1),
                            cell(about)));
        });
        return table.toString();
    }
}
