package io.github.camelvtiger.routes.sync.definition;

import io.github.camelvtiger.routes.sync.definition.Target.Table;
import io.github.camelvtiger.routes.sync.definition.Target.Table.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what {@code to} says of tables. */
final class TableEnd {

    /** Part of the names of settings, and of a directory. */
    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]{0,62}");

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
        return source().map(source -> new Table(source, mode, evolution, columns, order));
    }

    /** The name of the data source. */
    private Optional<String> source() {
        return section.text("table").filter(this::isSource).map(Scalar::value);
    }

    private boolean isSource(Scalar name) {
        if (SOURCE.matcher(name.value()).matches()) {
            return true;
        }
        section.refuse(
                "table",
                name,
                "is not possible as the name of a data source; use small letters, digits and '-', and set its address by"
                        + " sql.NAME.url in application.properties.");
        return false;
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
