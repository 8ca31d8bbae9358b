package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.definition.Target.Table.Mode;
import io.github.camelvtiger.routes.sync.feed.UserSecrets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The table of a module.
 *
 * @param columns its key first
 * @param key the columns by which a row is found
 */
public record ModuleTable(String module, String name, List<TableColumn> columns, List<String> key) {

    static final String ID = "id";
    static final String ERRORS = "_errors";
    static final String DELETED = "_deleted";
    static final String VALID_FROM = "valid_from";
    static final String VALID_TO = "valid_to";
    static final String DELETED_AFTER = "deleted_after";
    static final String HASH = "_hash";
    static final String PARENT = "parent_id";
    static final String POSITION = "_position";

    static final String RELATED = "related_id";
    static final String ITEM = "LineItem";

    private static final TableColumn OF_ERRORS =
            own(ERRORS, ColumnType.TEXT, "Values that do not fit their columns, as JSON: field to value and reason");

    private static final TableColumn FROM = own(VALID_FROM, ColumnType.TIMESTAMP, "Since when the record is so");

    public ModuleTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /** That of the records of a module. */
    static ModuleTable of(Target.Table to, ModuleDescription module) {
        List<TableColumn> own = new ArrayList<>();
        List<String> key = new ArrayList<>(List.of(ID));
        if (to.mode() == Mode.SOFT) {
            own.add(own(DELETED, ColumnType.TIMESTAMP, "When the deletion was noticed"));
        }
        if (to.mode() == Mode.HISTORY) {
            own.add(own(VALID_TO, ColumnType.TIMESTAMP, "Until when the record was so; empty if it still is"));
            own.add(own(
                    DELETED_AFTER,
                    ColumnType.TIMESTAMP,
                    "When the deleted record was last seen to be there, if known"));
            own.add(own(HASH, ColumnType.HASH, "Tells this state from others"));
            key.add(VALID_FROM);
        }
        own.add(OF_ERRORS);
        List<TableColumn> columns = new ArrayList<>();
        columns.add(new TableColumn(ID, ID, ColumnType.ID, "Id of the record"));
        if (to.mode() == Mode.HISTORY) {
            columns.add(FROM);
        }
        addFields(columns, own, to, module);
        return new ModuleTable(module.name(), Names.of(module.name()), columns, key);
    }

    /** That of the line items of a module's records, beside the records' own. */
    static ModuleTable ofItems(Target.Table to, String module, ModuleDescription item) {
        List<TableColumn> columns = new ArrayList<>();
        List<String> key = new ArrayList<>(List.of(PARENT, POSITION));
        columns.add(own(PARENT, ColumnType.ID, "Id of the order"));
        columns.add(own(POSITION, ColumnType.INTEGER, "The first item of the order is 1"));
        if (to.mode() == Mode.HISTORY) {
            columns.add(FROM);
            key.add(1, VALID_FROM);
        }
        columns.add(new TableColumn(ID, ID, ColumnType.ID, "Id of the item"));
        addFields(columns, List.of(OF_ERRORS), to, item);
        return new ModuleTable(module, Names.of(module, "lineitems"), columns, key);
    }

    /** That of a relation of the records of a module to those of another one, which is as it is now in all modes. */
    static ModuleTable ofRelation(String module, String label) {
        return new ModuleTable(
                module,
                Names.of(module, label),
                List.of(
                        own(ID, ColumnType.ID, "Id of the record of " + module),
                        own(RELATED, ColumnType.ID, "Id of the related record: " + label)),
                List.of(ID, RELATED));
    }

    static boolean hasItems(String module) {
        return LineItems.MODULES.contains(module);
    }

    private static void addFields(
            List<TableColumn> columns, List<TableColumn> own, Target.Table to, ModuleDescription module) {
        Set<String> taken = new HashSet<>();
        Stream.concat(columns.stream(), own.stream()).map(TableColumn::name).forEach(taken::add);
        for (Field field : module.fields()) {
            String name = field.name();
            if (name.equals(ID)
                    || UserSecrets.is(module.name(), name)
                    || to.fields().blocks(module.name(), name)) {
                continue;
            }
            String column = Names.of(name);
            if (column.equals(PARENT) && taken.contains(PARENT)) {
                // The item's own, of which the column has the true one (webservice.md §9).
                continue;
            }
            if (!taken.add(column)) {
                column = Names.other(name);
                taken.add(column);
            }
            columns.add(new TableColumn(
                    column,
                    name,
                    to.fields().hashes(module.name(), name) ? ColumnType.HASH : type(field),
                    field.label()));
        }
        columns.addAll(own);
    }

    private static TableColumn own(String name, ColumnType type, String comment) {
        return new TableColumn(name, "", type, comment);
    }

    private static ColumnType type(Field field) {
        return switch (field.type()) {
            case "boolean" -> ColumnType.BOOLEAN;
            case "integer" -> ColumnType.INTEGER;
            case "double", "decimal", "currency", "percent", "percentage" -> ColumnType.DECIMAL;
            case "date" -> ColumnType.DATE;
            case "datetime" -> ColumnType.TIMESTAMP;
            case "time" -> ColumnType.TIME;
            case "reference", "owner" ->
                field.refersTo().isEmpty() && field.type().equals("reference") ? ColumnType.TEXT : ColumnType.ID;
            case "multipicklist" -> ColumnType.TEXT;
            default ->
                field.length().isPresent() ? ColumnType.text(field.length().getAsInt()) : ColumnType.TEXT;
        };
    }

    /** The same with other columns, in their order. */
    ModuleTable with(UnaryOperator<List<TableColumn>> change) {
        return new ModuleTable(module, name, change.apply(new ArrayList<>(columns)), key);
    }

    boolean has(String column) {
        return columns.stream().anyMatch(each -> each.name().equals(column));
    }
}
