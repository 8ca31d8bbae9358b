package io.github.camelvtiger.values;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses of Emails: taken as plain text with commas, answered as a JSON array, which the server would put into
 * another one if it came back ({@code webservice.md §10}).
 */
final class EmailAddresses {

    private static final List<String> FIELDS = List.of("saved_toid", "ccmail", "bccmail");
    private static final Pattern ARRAY = Pattern.compile("\\[(.*)]", Pattern.DOTALL);

    private EmailAddresses() {}

    static Map<String, Object> plain(String module, Map<String, Object> record) {
        if (!module.equals("Emails") || FIELDS.stream().noneMatch(record::containsKey)) {
            return record;
        }
        Map<String, Object> plain = new LinkedHashMap<>(record);
        FIELDS.forEach(name -> plain.computeIfPresent(name, (same, value) -> plain(value)));
        return plain;
    }

    private static Object plain(Object value) {
        Object given = ValueForms.unwrapped(value);
        Optional<List<Object>> several = ValueForms.elements(given);
        if (several.isPresent()) {
            return joined(several.get().stream().map(one -> Objects.toString(ValueForms.unwrapped(one), "")));
        }
        if (!(given instanceof CharSequence)) {
            return value;
        }
        Matcher array = ARRAY.matcher(given.toString().strip());
        return array.matches()
                ? joined(Arrays.stream(array.group(1).split(","))
                        .map(text -> text.strip().replace("\"", "").replace("\\/", "/")))
                : joined(Arrays.stream(given.toString().split(",")));
    }

    /** Without spaces, which the server would keep as a part of the address. */
    private static String joined(Stream<String> addresses) {
        return addresses
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.joining(","));
    }
}
