package io.github.camelvtiger.routes.sync.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file of a template of one route: comments that explain it and name its parameters, {@code parameters:} and {@code route:}. A
 * parameter is named within double quotes only, and one that may be missing alone on its line.
 */
final class TemplateText {

    private static final String BEGINNING = "- routeTemplate:";
    private static final String PARAMETERS = "    parameters:";
    private static final String ROUTE = "    route:";

    /** Parameters whose values the sync file has as people write them, and not names that the application looks up. */
    private static final Set<String> OF_SETTINGS =
            Set.of("directory", "file", "where", "cron", "connection", "options");

    private static final Pattern PARAMETER = Pattern.compile("      - name: (\\w+)");
    private static final Pattern DEFAULT = Pattern.compile("        defaultValue: \"(.*)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??(\\w+)}}");
    private static final Pattern EXPLAINED = Pattern.compile("#   (\\w+) +\\S.*");
    private static final Pattern CONTINUED = Pattern.compile("#    +\\S.*");

    private final List<String> comments;
    private final List<Parameter> parameters;
    private final List<String> route;

    private record Parameter(String name, Optional<String> value) {}

    private TemplateText(List<String> lines) {
        int beginning = lines.indexOf(BEGINNING);
        int first = lines.indexOf(ROUTE) + 1;
        this.comments = lines.subList(0, beginning);
        this.parameters = parameters(lines.subList(lines.indexOf(PARAMETERS) + 1, first - 1));
        this.route = lines.subList(first, lines.size());
    }

    static TemplateText of(String template) {
        String file = "/camel/templates/" + template + ".yaml";
        try (InputStream in = TemplateText.class.getResourceAsStream(file)) {
            return new TemplateText(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Parameter> parameters(List<String> lines) {
        List<Parameter> found = new ArrayList<>();
        for (String line : lines) {
            Matcher name = PARAMETER.matcher(line);
            Matcher value = DEFAULT.matcher(line);
            if (name.matches()) {
                found.add(new Parameter(name.group(1), Optional.empty()));
            } else if (value.matches()) {
                Parameter last = found.remove(found.size() - 1);
                found.add(new Parameter(last.name, Optional.of(value.group(1))));
            }
        }
        return found;
    }

    /** The comments, without those about the parameters, which a route has no more. */
    String explanation() {
        StringBuilder text = new StringBuilder();
        boolean ofParameter = false;
        for (String line : comments) {
            Matcher explained = EXPLAINED.matcher(line);
            if (explained.matches()) {
                ofParameter = isParameter(explained.group(1));
            } else if (!CONTINUED.matcher(line).matches()) {
                ofParameter = false;
            }
            if (!ofParameter) {
                text.append(line).append('\n');
            }
        }
        return text.toString().replaceAll("(?:#\\n)+\\z", "").replaceAll("(?:#\\n){2,}", "#\n");
    }

    private boolean isParameter(String name) {
        return parameters.stream().anyMatch(parameter -> parameter.name.equals(name));
    }

    /**
     * The route with the values of its parameters.
     *
     * @param unresolved puts placeholders of settings back into a value
     */
    String filled(SyncRoute of, UnaryOperator<String> unresolved) {
        StringBuilder text = new StringBuilder("- route:\n    id: " + of.id() + "\n");
        for (String line : route) {
            Matcher placeholder = PLACEHOLDER.matcher(line);
            if (placeholder.results().map(found -> found.group(1)).noneMatch(name -> isMissing(name, of))) {
                text.append(PLACEHOLDER
                                .matcher(line)
                                .replaceAll(found -> Matcher.quoteReplacement(value(found, of, unresolved)))
                                .replaceFirst("^ {2}", ""))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private boolean isMissing(String name, SyncRoute of) {
        return parameters.stream()
                .anyMatch(parameter -> parameter.name.equals(name)
                        && parameter.value.isEmpty()
                        && !of.parameters().containsKey(name));
    }

    /** What is not a parameter is a setting. */
    private String value(MatchResult found, SyncRoute of, UnaryOperator<String> unresolved) {
        String given = of.parameters().get(found.group(1));
        if (given != null) {
            return inQuotes(OF_SETTINGS.contains(found.group(1)) ? unresolved.apply(given) : given);
        }
        return parameters.stream()
                .filter(parameter -> parameter.name.equals(found.group(1)))
                .map(parameter -> parameter.value.orElseThrow())
                .findFirst()
                .orElse(found.group());
    }

    private static String inQuotes(String value) {
        return value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
