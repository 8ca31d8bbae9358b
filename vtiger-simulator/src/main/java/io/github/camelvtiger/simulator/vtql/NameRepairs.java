package io.github.camelvtiger.simulator.vtql;

import io.github.camelvtiger.simulator.journal.NearestName;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cures that need the names of modules and fields. */
final class NameRepairs {

    private static final Pattern MODULE = Pattern.compile("(?i)\\bfrom\\s+([A-Za-z_]+)");
    private static final Pattern WORD = Pattern.compile("\\b[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern COMPARED =
            Pattern.compile("(?i)(=|<|>|\\b(?:not)?like\\s)(\\s*)([A-Za-z_][A-Za-z0-9_]*)");
    private static final Set<String> KEYWORDS = Set.of(
            "select", "from", "where", "and", "or", "in", "like", "notlike", "order", "by", "asc", "desc", "limit",
            "count", "null", "true", "false");

    private final Metadata metadata;

    NameRepairs(Metadata metadata) {
        this.metadata = metadata;
    }

    /** @param query with the right name of its module if that is not the fault */
    List<QueryRepair> of(String query) {
        List<QueryRepair> repairs = new ArrayList<>();
        Matcher from = MODULE.matcher(query);
        if (!from.find()) {
            return repairs;
        }
        List<String> modules =
                metadata.modules().stream().map(ModuleMetadata::name).toList();
        String name = metadata.module(from.group(1)).isPresent()
                ? from.group(1)
                : NearestName.of(from.group(1), modules).orElse("");
        metadata.module(name).ifPresent(module -> {
            if (!name.equals(from.group(1))) {
                repairs.add(QueryRepair.outside(
                        "there is no module " + from.group(1),
                        "(?i)(\\bfrom\\s+)" + from.group(1) + "\\b",
                        "$1" + name));
            }
            repairs.addAll(ofFields(module, query));
        });
        return repairs;
    }

    private static List<QueryRepair> ofFields(ModuleMetadata module, String query) {
        Set<String> fields = module.fields().stream().map(FieldMetadata::name).collect(Collectors.toSet());
        List<QueryRepair> repairs = new ArrayList<>();
        repairs.add(QueryRepair.outside(
                "fields have no name before a point", "\\b" + module.name() + "\\.(?=[A-Za-z_])", ""));
        repairs.add(QueryRepair.outside(
                "an id is PREFIXxNUMBER",
                "\\bid(\\s*(?:=|!=|<=?|>=?)\\s*)(\\d+)(?![\\dx])",
                "id$1'" + module.idPrefix() + "x$2'"));
        for (String unknown : unknownWords(module, fields, query)) {
            NearestName.of(unknown, fields)
                    .ifPresent(near -> repairs.add(QueryRepair.outside(
                            module.name() + " has no field " + unknown, "\\b" + unknown + "\\b", near)));
        }
        repairs.add(new QueryRepair(
                "texts go in single quotes",
                text -> QueryRepair.outsideQuotes(text, part -> quoteCompared(part, fields))));
        return repairs;
    }

    private static List<String> unknownWords(ModuleMetadata module, Set<String> fields, String query) {
        StringBuilder bare = new StringBuilder();
        QueryRepair.outsideQuotes(query, part -> {
            bare.append(part).append(' ');
            return part;
        });
        return WORD.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(word -> !fields.contains(word)
                        && !word.equals(module.name())
                        && !KEYWORDS.contains(word.toLowerCase(Locale.ROOT)))
                .distinct()
                .toList();
    }

    private static String quoteCompared(String part, Set<String> fields) {
        return COMPARED.matcher(part).replaceAll(match -> {
            String word = match.group(3);
            boolean name = fields.contains(word) || KEYWORDS.contains(word.toLowerCase(Locale.ROOT));
            return Matcher.quoteReplacement(name ? match.group() : match.group(1) + match.group(2) + "'" + word + "'");
        });
    }
}
