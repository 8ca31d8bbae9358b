package io.github.camelvtiger.routes.sync.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What tells a state of a record from others: a hash of the columns that it has, and one of their values. */
final class StateTag {

    private static final int OF_COLUMNS = 8;
    private static final int OF_VALUES = 56;

    private StateTag() {}

    static String of(RecordState state) {
        Map<String, Object> values = new LinkedHashMap<>();
        state.row().forEach((column, value) -> values.put(column, String.valueOf(value)));
        values.put(ModuleTable.ITEM, state.items().toString());
        List<Object> columns = List.of(
                new TreeSet<>(state.row().keySet()),
                state.items().stream()
                        .findFirst()
                        .map(item -> new TreeSet<>(item.keySet()))
                        .orElseGet(TreeSet::new));
        return hash(columns).substring(0, OF_COLUMNS) + hash(values).substring(0, OF_VALUES);
    }

    /** Whether two states have the same columns, so that they differ in their values if they differ. */
    static boolean haveSameColumns(String one, String other) {
        return one.substring(0, OF_COLUMNS).equals(other.substring(0, OF_COLUMNS));
    }

    private static String hash(Object value) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(RecordRows.json(value).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
