package io.github.camelvtiger.simulator.vtql;

import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of a module by which one user may query. */
final class QueryFields {

    /**
     * Fields of inventory records that the server confuses with those of their items, as the columns have one name. Users
     * who are not administrators do not have those of the items.
     */
    private static final Map<String, String> SAME_COLUMN =
            Map.of("hdnDiscountPercent", "discount_percent", "hdnDiscountAmount", "discount_amount");

    private final ModuleMetadata module;
    private final Map<String, FieldMetadata> fields;

    /** @param fields that the user has */
    QueryFields(ModuleMetadata module, List<FieldMetadata> fields) {
        this.module = module;
        this.fields = fields.stream().collect(Collectors.toUnmodifiableMap(FieldMetadata::name, Function.identity()));
    }

    /** @return empty for a field that the user does not have, or that is not shown */
    Optional<QueryColumn> named(String name) {
        return Optional.ofNullable(fields.get(shown(name))).flatMap(field -> QueryColumn.of(module, field));
    }

    private String shown(String name) {
        String same = SAME_COLUMN.getOrDefault(name, name);
        return fields.containsKey(same) ? same : name;
    }
}
