package io.github.camelvtiger.names;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.vtql.VtqlLiteral;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks a module for records by their label or e-mail, and finds which row answers which name. A label of several fields
 * is asked for by every way in which its words can be shared among them.
 */
final class LabelQuery {

    private static final int MOST_NAMES = 100;

    /** A web server takes some 8,000 characters of an address, and the query is a part of it. */
    private static final int LONGEST = 5_000;

    private final String module;
    private final List<String> labels;
    private final List<String> emails;

    LabelQuery(ModuleDescription description) {
        module = description.name();
        labels = description.labelFields().stream().map(Field::name).toList();
        emails = description.fields().stream()
                .filter(field -> field.type().equals("email"))
                .map(Field::name)
                .toList();
    }

    boolean isPossible() {
        return !labels.isEmpty();
    }

    /** As few queries as their length allows, at most a hundred names each. */
    List<String> queries(Collection<String> names) {
        List<String> queries = new ArrayList<>();
        List<String> together = new ArrayList<>();
        for (String name : names) {
            List<String> more = new ArrayList<>(together);
            more.add(name);
            if (!together.isEmpty() && (more.size() > MOST_NAMES || isTooLong(query(more)))) {
                queries.add(query(together));
                more = new ArrayList<>(List.of(name));
            }
            together = more;
        }
        if (!together.isEmpty()) {
            queries.add(query(together));
        }
        return queries;
    }

    private static boolean isTooLong(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8).length() > LONGEST;
    }

    private String query(List<String> names) {
        List<String> withEmail =
                names.stream().filter(name -> name.contains("@")).toList();
        Stream<String> byEmail =
                withEmail.isEmpty() ? Stream.empty() : emails.stream().map(field -> in(field, withEmail));
        String where = Stream.concat(byEmail, Stream.of(byLabel(names))).collect(Collectors.joining(" or "));
        Set<String> columns = new LinkedHashSet<>(labels);
        columns.addAll(emails);
        return "select id, " + String.join(", ", columns) + " from " + module + " where " + where + ";";
    }

    private String byLabel(List<String> names) {
        if (labels.size() == 1) {
            return in(labels.get(0), names);
        }
        Set<String> parts = new LinkedHashSet<>();
        names.forEach(name -> parts.addAll(partsOf(name)));
        // One space finds empty fields (webservice.md §7).
        parts.add(" ");
        return labels.stream().map(field -> in(field, parts)).collect(Collectors.joining(" and "));
    }

    private static List<String> partsOf(String name) {
        String[] words = name.split("\\s+");
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < words.length; from++) {
            for (int to = from + 1; to <= words.length; to++) {
                if (from == 0 || to == words.length) {
                    parts.add(String.join(" ", List.of(words).subList(from, to)));
                }
            }
        }
        return parts;
    }

    private static String in(String field, Collection<String> values) {
        return field + " in (" + VtqlLiteral.of(values) + ")";
    }

    /** The ids of the rows that are called so, by folded name; names without a row are missing. */
    Map<String, List<String>> found(List<Map<String, Object>> rows) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (Map<String, Object> row : rows) {
            String id = NameText.text(row.get("id"));
            Stream.concat(
                            Stream.of(NameText.joined(row, labels)),
                            emails.stream().map(field -> NameText.text(row.get(field))))
                    .map(NameText::folded)
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> found.computeIfAbsent(name, key -> new LinkedHashSet<>())
                            .add(id));
        }
        Map<String, List<String>> ids = new LinkedHashMap<>();
        found.forEach((name, all) -> ids.put(name, List.copyOf(all)));
        return ids;
    }
}
