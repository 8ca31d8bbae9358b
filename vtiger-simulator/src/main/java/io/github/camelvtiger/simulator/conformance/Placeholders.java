package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values of the scene in place of <code>${…}</code>.
 *
 * <ul>
 *   <li><code>${mark}</code>, <code>${me}</code> (id of the user), <code>${username}</code>, <code>${session}</code>
 *   <li><code>${c1}</code>: the id of a kept record, or a kept text; <code>${c1.email}</code>: a part of it
 *   <li><code>${number:c1}</code>: the id's number without its prefix
 *   <li><code>${second}</code>, <code>${second.session}</code>, <code>${second.username}</code>: of the user who is no
 *       administrator
 *   <li><code>${proof:t1.token}</code>: what a login with this token sends; <code>${secondProof:t1.token}</code>: what the
 *       second user sends
 *   <li><code>${epoch:c1.modifiedtime}</code>, <code>${epoch:c1.modifiedtime-1}</code>: seconds since 1970
 *   <li><code>${repeat:ab*300}</code>
 * </ul>
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?:(\\w+):)?([^}]*)}");
    private static final Pattern SHIFTED = Pattern.compile("(.*?)([+-]\\d+)?");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Scene scene;

    Placeholders(Scene scene) {
        this.scene = scene;
    }

    /** @throws MissingNeed if a name is not known */
    String in(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), match.group(2))));
    }

    /** The same in all texts and names of a JSON value. */
    JsonNode in(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(in(node.asText()));
        }
        if (node.isArray()) {
            ArrayNode array = JSON.createArrayNode();
            node.forEach(element -> array.add(in(element)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JSON.createObjectNode();
            node.properties().forEach(field -> object.set(in(field.getKey()), in(field.getValue())));
            return object;
        }
        return node;
    }

    private String value(String function, String argument) {
        if (function == null) {
            return text(argument);
        }
        return switch (function) {
            case "number" -> text(argument).replaceFirst(".*x", "");
            case "proof" -> scene.proof(text(argument));
            case "secondProof" -> scene.proofOfSecond(text(argument));
            case "epoch" -> epoch(argument);
            case "repeat" ->
                argument.substring(0, argument.lastIndexOf('*'))
                        .repeat(Integer.parseInt(argument.substring(argument.lastIndexOf('*') + 1)));
            default -> throw new IllegalArgumentException("No placeholder is called " + function);
        };
    }

    private String text(String path) {
        JsonNode node = scene.kept(path);
        return node.isObject() ? node.path("id").asText() : node.asText();
    }

    private String epoch(String argument) {
        Matcher shifted = SHIFTED.matcher(argument);
        if (!shifted.matches()) {
            throw new IllegalArgumentException("No time: " + argument);
        }
        long seconds =
                LocalDateTime.parse(text(shifted.group(1)).replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC);
        return Long.toString(seconds + (shifted.group(2) == null ? 0 : Long.parseLong(shifted.group(2))));
    }
}
