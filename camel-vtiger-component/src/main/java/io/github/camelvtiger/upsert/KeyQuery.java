package io.github.camelvtiger.upsert;

import io.github.camelvtiger.vtql.VtqlLiteral;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One question for the records of some keys, by one of the match fields; the others are compared here.
 *
 * @param field which of the match fields, from 0
 * @param literals the values of that field as they are asked for, by key
 */
record KeyQuery(MatchFields match, int field, Map<MatchKey, String> literals) {

    /** Leaves room for the address and the rest of the query in the 8,000 that a web server takes. */
    private static final int LONGEST_LIST = 6_000;

    /** By the match field with the most different values; as many questions as their length needs. */
    static List<KeyQuery> of(MatchFields match, Map<MatchKey, ? extends Map<String, ?>> keys) {
        int field = IntStream.range(0, match.names().size())
                .boxed()
                .max((one, other) -> {
                    int more = Long.compare(differentValues(keys.keySet(), one), differentValues(keys.keySet(), other));
                    return more == 0 ? Integer.compare(other, one) : more;
                })
                .orElseThrow();
        String name = match.names().get(field);
        List<KeyQuery> queries = new ArrayList<>();
        Map<MatchKey, String> literals = new LinkedHashMap<>();
        int length = 0;
        for (Map.Entry<MatchKey, ? extends Map<String, ?>> key : keys.entrySet()) {
            String literal = VtqlLiteral.of(MatchFields.text(key.getValue().get(name)));
            int longer =
                    URLEncoder.encode(literal + ",", StandardCharsets.UTF_8).length();
            if (length > 0 && length + longer > LONGEST_LIST) {
                queries.add(new KeyQuery(match, field, literals));
                literals = new LinkedHashMap<>();
                length = 0;
            }
            literals.put(key.getKey(), literal);
            length += longer;
        }
        queries.add(new KeyQuery(match, field, literals));
        return queries;
    }

    private static long differentValues(Collection<MatchKey> keys, int field) {
        return keys.stream().map(key -> key.values().get(field)).distinct().count();
    }

    Set<MatchKey> keys() {
        return literals.keySet();
    }

    /** Without an order and its end. */
    String vtql(String selection) {
        Set<String> asked = new HashSet<>();
        String list = literals.entrySet().stream()
                .filter(key -> asked.add(asked(key.getKey())))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(","));
        return "select " + selection + " from " + match.module() + " where " + fieldName() + " in (" + list + ")";
    }

    String fieldName() {
        return match.names().get(field);
    }

    private String asked(MatchKey key) {
        return key.values().get(field);
    }

    private String answered(Map<String, Object> row) {
        return match.valueOf(field, row);
    }

    /** Keys that a page cut off at its end may say too little of: that of the last row, and those it has not come to. */
    Set<MatchKey> doubtful(List<Map<String, Object>> rows) {
        Set<String> certain = rows.stream().map(this::answered).collect(Collectors.toSet());
        certain.remove(answered(rows.get(rows.size() - 1)));
        return keys().stream()
                .filter(key -> !certain.contains(asked(key)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether the CRM gave the row for another reason than ours: its database compares otherwise than we do. */
    boolean isStrange(Map<String, Object> row) {
        String value = answered(row);
        return keys().stream().noneMatch(key -> asked(key).equals(value));
    }

    /** Of one key: whether the row has it, taking the CRM's word for the field that was asked for. */
    boolean isOf(MatchKey key, Map<String, Object> row) {
        return IntStream.range(0, match.names().size())
                .filter(each -> each != field)
                .allMatch(each -> match.valueOf(each, row).equals(key.values().get(each)));
    }

    KeyQuery only(Collection<MatchKey> keys) {
        Map<MatchKey, String> kept = new LinkedHashMap<>(literals);
        kept.keySet().retainAll(Set.copyOf(keys));
        return new KeyQuery(match, field, kept);
    }

    /** Two questions for half of the keys each. */
    List<KeyQuery> halves() {
        List<MatchKey> all = List.copyOf(keys());
        return List.of(only(all.subList(0, all.size() / 2)), only(all.subList(all.size() / 2, all.size())));
    }

    /** A question for each key. */
    List<KeyQuery> singles() {
        return keys().stream().map(key -> only(List.of(key))).toList();
    }
}
