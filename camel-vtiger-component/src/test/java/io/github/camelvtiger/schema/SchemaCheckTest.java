package io.github.camelvtiger.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.values.WriteKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final ModuleDescription INVOICES = new ModuleDescription(
            "Invoice",
            "Invoices",
            7,
            List.of(
                    field("subject", "string", true, List.of(), List.of(), OptionalInt.of(9)),
                    field("account_id", "reference", true, List.of("Accounts"), List.of(), OptionalInt.empty()),
                    field(
                            "invoicestatus",
                            "picklist",
                            false,
                            List.of(),
                            List.of("Created", "Paid"),
                            OptionalInt.empty()),
                    field("colours", "multipicklist", false, List.of(), List.of("red", "blue"), OptionalInt.empty()),
                    field("duedate", "date", false, List.of(), List.of(), OptionalInt.empty()),
                    field("seen", "datetime", false, List.of(), List.of(), OptionalInt.empty()),
                    field("email", "email", false, List.of(), List.of(), OptionalInt.of(50)),
                    field("parts", "integer", false, List.of(), List.of(), OptionalInt.empty()),
                    field("adjustment", "double", false, List.of(), List.of(), OptionalInt.empty()),
                    field("open", "boolean", false, List.of(), List.of(), OptionalInt.empty())),
            Map.of());

    private final RecordSchema schemas =
            new RecordSchema(INVOICES, Map.of("Accounts", 11, "Products", 14, "Services", 25));

    /** Formats apart, in which validators differ. */
    @Property(tries = 2_000)
    void valueFitsWhereAnotherValidatorSaysSo(@ForAll("records") Map<String, Object> record) {
        for (WriteKind kind : List.of(WriteKind.CREATE, WriteKind.REVISE)) {
            Map<String, Object> schema = schemas.sent(kind, false);
            boolean fits = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(JSON.valueToTree(schema))
                    .validate(JSON.valueToTree(record))
                    .isEmpty();
            assertThat(SchemaCheck.of(schema, record).faults().isEmpty())
                    .as("%s %s", record, SchemaCheck.of(schema, record))
                    .isEqualTo(fits);
        }
    }

    @Provide
    Arbitrary<Map<String, Object>> records() {
        Arbitrary<String> names = Arbitraries.of(
                "subject",
                "account_id",
                "invoicestatus",
                "colours",
                "parts",
                "adjustment",
                "open",
                "LineItems",
                "other");
        Arbitrary<Object> scalars = Arbitraries.of(
                "",
                "A",
                "0123456789",
                "11x5",
                "12x5",
                "Paid",
                "paid",
                "red",
                "red |##| blue",
                "7",
                "7.5",
                7,
                7.5,
                -3000000000L,
                true,
                "1",
                "on",
                Map.of(),
                List.of(),
                List.of("red"),
                List.of("green"));
        Arbitrary<Object> items = Arbitraries.of(
                List.of(Map.of("productid", "14x2", "quantity", 2)),
                List.of(Map.of("productid", "11x2", "quantity", 2)),
                List.of(Map.of("id", "33x2", "deleted", true)),
                List.of(Map.of("productid", "14x2")),
                List.of(Map.of("quantity", "many")));
        return Arbitraries.maps(names, Arbitraries.oneOf(scalars, items)).ofMaxSize(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"subject": ""}                   | 'subject' must not be empty
            {"subject": null}                 | 'subject' must be a string
            {"subject": "0123456789"}         | 'subject' has 10 characters, but 9 is the most
            {"subject": 7}                    | 'subject' must be a string
            {"account_id": "12x5"}            | 'account_id' is '12x5', which is not the id of a record of Accounts
            {"invoicestatus": "paid"}         | 'invoicestatus' is 'paid', which is not one of its values; did you mean Paid?
            {"invoicestatus": "Unknown"}      | 'invoicestatus' is 'Unknown', which is not one of its values; they are Created, Paid
            {"duedate": "31 January"}         | 'duedate' is '31 January', which is not a date such as 2026-01-31
            {"seen": "yesterday"}             | 'seen' is 'yesterday', which is not a date and time such as 2026-01-31T09:00:00Z
            {"email": "nobody"}               | 'email' is 'nobody', which is not an e-mail address
            {"parts": 7.5}                    | 'parts' must be a whole number or a string or null
            {"parts": "many"}                 | 'parts' is 'many', which is not a whole number
            {"adjustment": "much"}            | 'adjustment' is 'much', which is not a number
            {"LineItems": [{"quantity": "x"}]} | 'LineItems[0].quantity' is 'x', which is not a number
            {}                                | it must not be empty
            """)
    void faultHasPathAndReason(String record, String fault) throws Exception {
        assertThat(SchemaCheck.of(schemas.sent(WriteKind.REVISE, false), JSON.readValue(record, Map.class))
                        .faults())
                .containsExactly(fault);
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("account_id", "x");
        record.put("open", "perhaps");
        record.put("subjcet", "A");
        record.put("LineItems", List.of(Map.of("productid", "14x1")));
        SchemaCheck.Findings findings = SchemaCheck.of(schemas.sent(WriteKind.CREATE, false), record);
        assertThat(findings.outdated()).isTrue();
        assertThat(String.join("; ", findings.faults()))
                .contains(
                        "'subject' is missing",
                        "'account_id'",
                        "'open'",
                        "'subjcet' is not known; did you mean subject?")
                .contains("'LineItems[0].quantity' is missing");
    }

    @Test
    void namesTakeThePlaceOfIds() {
        Map<String, Object> record = Map.of("account_id", "Acme");
        assertThat(SchemaCheck.of(schemas.sent(WriteKind.REVISE, true), record).faults())
                .isEmpty();
        assertThat(SchemaCheck.of(schemas.sent(WriteKind.REVISE, false), record).faults())
                .hasSize(1);
    }

    private static Field field(
            String name,
            String type,
            boolean mandatory,
            List<String> refersTo,
            List<String> values,
            OptionalInt length) {
        return new Field(name, name, type, mandatory, true, refersTo, values, length);
    }
}
