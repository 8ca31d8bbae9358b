package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.upsert.ServerCollation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What makes two records the same: the values of fields, as the CRM compares them. */
final class NaturalKey {

    private NaturalKey() {}

    static String of(List<String> fields, Map<String, ?> record) {
        return fields.stream()
                .map(field -> ServerCollation.key(String.valueOf(record.get(field))))
                .collect(Collectors.joining("\u0000"));
    }
}
