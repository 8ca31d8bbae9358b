package io.github.camelvtiger.simulator.metadata;

import java.util.List;
import java.util.Map;

/**
 * One field of a module.
 *
 * @param type the type name of describe: string, picklist, reference, owner, currency ...
 * @param unique whether two records may not have the same value ({@code webservice.md §5})
 * @param refersTo modules a reference may point to
 * @param picklistValues values in order
 * @param uiType the server's own finer type, on which its value handling depends; 0 for fields of actor types
 * @param number I, N or NN if the server takes the field for a number, whatever its column; else empty
 * @param readOnly whether a save never writes it, as {@code createdtime}
 * @param answered whether records and queries give it out: not so for passwords and the pseudo fields of taxes
 * @param columnName the name in the database if it differs from {@link #name}: orders the answers of non-administrators
 * @param table the table that holds it if it is neither the module's own nor the one all records share; else empty
 * @param answersNull whether an empty value is JSON null in answers
 * @param described the field as {@code describe} gives it, key order kept; empty for one that it leaves out
 */
public record FieldMetadata(
        String name,
        String type,
        boolean mandatory,
        boolean unique,
        boolean editable,
        List<String> refersTo,
        List<String> picklistValues,
        int uiType,
        String number,
        boolean readOnly,
        boolean answered,
        String columnName,
        String table,
        Column column,
        boolean answersNull,
        Map<String, Object> described) {

    /** @return the value as answers have it; null for an empty column if the release answers those so */
    public String answer(String text) {
        return text.isEmpty() && answersNull ? null : text;
    }

    /** The same field, given out by records and queries. */
    public FieldMetadata asAnswered() {
        return new FieldMetadata(
                name,
                type,
                mandatory,
                unique,
                editable,
                refersTo,
                picklistValues,
                uiType,
                number,
                readOnly,
                true,
                columnName,
                table,
                column,
                answersNull,
                described);
    }

    /** Characters the column holds; longer texts are cut silently; 0 for no limit. */
    public int maxLength() {
        return column.kind() == Column.Kind.TEXT ? column.length() : 0;
    }
}
