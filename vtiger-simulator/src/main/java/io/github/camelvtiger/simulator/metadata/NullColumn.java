package io.github.camelvtiger.simulator.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.metadata.Column.Kind;
import java.util.Set;

/**
 * Which columns hold NULL, or for a reference 0, if the field is empty: release 8.3.0 answers both with JSON null
 * ({@code releases.md}). Texts and times are empty texts there as well.
 */
final class NullColumn {

    /** Texts that no save through the API writes unless they are sent, or whose row is missing. */
    private static final Set<String> TEXTS = Set.of(
            "filetype",
            "filelocationtype",
            "hdnTaxType",
            "recurring_frequency",
            "payment_duration",
            "phone_crm_extension",
            "rowheight",
            "no_of_currency_decimals",
            "vatid",
            "logo");

    /** References of this type are 0 if empty, although their column is a text. */
    private static final int CONTACT = 57;

    private NullColumn() {}

    static boolean isOne(JsonNode field, Column column) {
        boolean text = column.kind() == Kind.TEXT || column.kind() == Kind.TIME;
        if (!text || TEXTS.contains(field.get("name").textValue())) {
            return true;
        }
        boolean number = field.has("number") || field.path("uitype").asInt() == CONTACT;
        return number && field.get("type").textValue().equals("reference");
    }
}
