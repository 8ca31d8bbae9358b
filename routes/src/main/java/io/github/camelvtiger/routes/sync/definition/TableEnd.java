package io.github.camelvtiger.routes.sync.definition;

import io.github.camelvtiger.routes.sync.definition.Target.Table;
import io.github.camelvtiger.routes.sync.definition.Target.Table.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what {@code to} says of tables. */
final class TableEnd {

    /** Without these no row would be that of its record, or of its time. */
    private static final List<String> NEEDED = List.of("id", "modifiedtime");

    private final Section section;

    TableEnd(Section section) {
        this.section = section;
    }

    /** Empty if it has faults. */
    Optional<Target> target() {
        Table.Mode mode = section.choice("mode", Table.Mode.class).orElse(Table.Mode.LIVE);
        Table.Evolution evolution =
                section.choice("schema", Table.Evolution.class).orElse(Table.Evolution.EVOLVE);
        Table.Order order = section.choice("order", Table.Order.class).orElse(Table.Order.OLDEST);
        Columns columns = columns();
        return new DataSourceName(section).read().map(source -> new Table(source, mode, evolution, columns, order));
    }

    private Columns columns() {
        return section.section("columns")
                .map(columns -> {
                    columns.allow(SyncKeys.COLUMNS);
                    List<Scalar> block = fields(columns, "block");
                    List<Scalar> hash = fields(columns, "hash");
                    hash.stream()
                            .filter(field -> EndReader.values(block).contains(field.value()))
                            .forEach(field ->
                                    columns.refuse("hash", field, "is in 'block' as well; remove one of them."));
                    return new Columns(EndReader.values(block), EndReader.values(hash));
                })
                .orElse(Columns.ALL);
    }

    private static List<Scalar> fields(Section columns, String key) {
        List<Scalar> fields = new ArrayList<>();
        for (Scalar field : columns.texts(key)) {
            String name = field.value().substring(field.value().indexOf('.') + 1);
            if (NEEDED.contains(name)) {
                columns.refuse(key, field, "is needed to tell rows and their times apart; remove it.");
            } else {
                fields.add(field);
            }
        }
        return fields;
    }
}
