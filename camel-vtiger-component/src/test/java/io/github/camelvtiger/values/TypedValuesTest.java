package io.github.camelvtiger.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.client.RecordId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.DateTimes;
import net.jqwik.time.api.Dates;
import net.jqwik.time.api.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedValuesTest {

    private static final List<String> STRICT = List.of(
            "boolean",
            "integer",
            "double",
            "currency",
            "percentage",
            "date",
            "datetime",
            "time",
            "multipicklist",
            "owner");

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("boolean", "1", true),
                Arguments.of("boolean", "0", false),
                Arguments.of("boolean", "off", false),
                Arguments.of("integer", "42", new BigDecimal("42")),
                Arguments.of("integer", 42, new BigDecimal("42")),
                Arguments.of("double", "12.50", new BigDecimal("12.5")),
                Arguments.of("currency", "1234.50000000", new BigDecimal("1234.5")),
                Arguments.of("percentage", "19.000", new BigDecimal("19")),
                Arguments.of("date", "2026-02-28", LocalDate.of(2026, 2, 28)),
                Arguments.of("datetime", "2026-02-28 23:59:58", Instant.parse("2026-02-28T23:59:58Z")),
                Arguments.of("time", "14:30:05", LocalTime.of(14, 30, 5)),
                Arguments.of("multipicklist", "Web Site |##| Trade Show", List.of("Web Site", "Trade Show")),
                Arguments.of("multipicklist", List.of("a", "b"), List.of("a", "b")),
                Arguments.of("owner", "20x3", new RecordId(20, 3)),
                Arguments.of("picklist", "12", "12"),
                Arguments.of("text", "1 |##| 2", "1 |##| 2"),
                Arguments.of("string", "", ""),
                Arguments.of("phone", "0049", "0049"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueHasTheTypeOfItsField(String type, Object answered, Object typed) {
        assertThat(typed(field(type), answered)).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "soon", "0000-00-00", "0000-00-00 00:00:00", "99:99:99", "12x", "1,234"})
    void whatIsEmptyOrUnreadableIsNull(String text) {
        STRICT.stream()
                .filter(type -> text.isBlank() || !type.equals("multipicklist"))
                .forEach(type -> assertThat(typed(field(type), text)).as(type).isNull());
    }

    @Test
    void nullStaysNull() {
        assertThat(STRICT)
                .allSatisfy(type -> assertThat(typed(field(type), null)).isNull());
        assertThat(typed(field("string"), null)).isNull();
    }

    @Test
    void anAmountOfNothingIsNotWrittenWithAnExponent() {
        assertThat(typed(field("currency"), "0.00000000")).hasToString("0");
        assertThat(typed(field("currency"), "1200.00000000")).hasToString("1200");
    }

    @Test
    void aReferenceToWhatHasNoRecordsStaysText() {
        Field role = new Field("x", "x", "reference", false, true, List.of(), List.of());
        assertThat(typed(role, "H2")).isEqualTo("H2");
        Field account = new Field("x", "x", "reference", false, true, List.of("Accounts"), List.of());
        assertThat(typed(account, "11x2")).isEqualTo(new RecordId(11, 2));
        assertThat(typed(account, "")).isNull();
    }

    @Test
    void theIdIsOneAndOtherFieldsStayInTheirOrder() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("cf_9", "not described");
        record.put("id", "12x3");
        record.put("x", "1");
        Map<String, Object> typed = new TypedValues(module(field("boolean"))).of(record);
        assertThat(typed)
                .containsExactly(
                        Map.entry("cf_9", "not described"), Map.entry("id", new RecordId(12, 3)), Map.entry("x", true));
        assertThat(record).containsEntry("x", "1");
    }

    @Test
    void anIdOfAnotherFormIsNotLost() {
        assertThat(new TypedValues(module(field("string"))).of(Map.of("id", "H2")))
                .containsEntry("id", "H2");
    }

    @Test
    void itemsAreTypedByTheirOwnDescription() {
        Field quantity = new Field("quantity", "Quantity", "double", true, true, List.of(), List.of());
        TypedValues order = TypedValues.withItems(module(field("string")), Optional.of(module(quantity)));
        Map<String, Object> typed = order.of(
                Map.of("LineItems", List.of(Map.of("id", "33x1", "quantity", "2.000", "comment", "3"), "odd")));
        assertThat(typed.get("LineItems"))
                .isEqualTo(List.of(
                        Map.of("id", new RecordId(33, 1), "quantity", new BigDecimal("2"), "comment", "3"), "odd"));
        TypedValues undescribed = TypedValues.withItems(module(field("string")), Optional.empty());
        assertThat(undescribed.of(Map.of("LineItems", List.of(Map.of("quantity", "2.000")))))
                .containsEntry("LineItems", List.of(Map.of("quantity", "2.000")));
    }

    @Test
    void listsCanBeChanged() {
        TypedValues order = TypedValues.withItems(module(field("multipicklist")), Optional.of(module()));
        Map<String, Object> typed = order.of(Map.of("x", "a |##| b", "LineItems", List.of(Map.of("quantity", "2"))));
        list(typed.get("x")).add("c");
        list(typed.get("LineItems")).add(Map.of("quantity", "3"));
        assertThat(list(typed.get("x"))).containsExactly("a", "b", "c");
        assertThat(list(typed.get("LineItems"))).hasSize(2);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    /** What the server would store of both is the same. */
    @Property
    void aTypedValueIsWrittenAsItWasRead(@ForAll("answers") Map.Entry<String, String> answer) {
        Field field = field(answer.getKey());
        Object typed = typed(field, answer.getValue());
        assertThat(typed).isNotNull().isNotInstanceOf(String.class);
        FieldValues writes = new FieldValues("Contacts", ZoneId.of("Pacific/Auckland"));
        WireValue written = writes.wire(field, typed);
        assertThat(written.fault()).isEmpty();
        if (typed instanceof BigDecimal number) {
            assertThat(new BigDecimal(written.value().toString()))
                    .isEqualByComparingTo(answer.getValue())
                    .isEqualByComparingTo(number);
            assertThat(written.value().toString()).doesNotContain("E");
        } else {
            assertThat(written.value()).isEqualTo(answer.getValue());
        }
        assertThat(typed(field, typed)).isEqualTo(typed);
    }

    @Provide
    static Arbitrary<Map.Entry<String, String>> answers() {
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(new BigDecimal("-99999999999"), new BigDecimal("99999999999"))
                .ofScale(8);
        return Arbitraries.oneOf(
                of("boolean", Arbitraries.of("0", "1")),
                of("integer", Arbitraries.integers().map(String::valueOf)),
                of("double", amounts.map(BigDecimal::toPlainString)),
                of("currency", amounts.map(BigDecimal::toPlainString)),
                of("date", Dates.dates().map(LocalDate::toString)),
                of(
                        "datetime",
                        DateTimes.instants().ofPrecision(ChronoUnit.SECONDS).map(TypedValuesTest::crm)),
                of("time", Times.times().ofPrecision(ChronoUnit.SECONDS).map(TypedValuesTest::time)),
                of(
                        "multipicklist",
                        Arbitraries.strings()
                                .withChars("abc ;,|#")
                                .ofMinLength(1)
                                .map(String::strip)
                                .filter(choice -> !choice.isEmpty() && !choice.contains("|"))
                                .list()
                                .ofMinSize(1)
                                .uniqueElements()
                                .map(choices -> String.join(" |##| ", choices))),
                of(
                        "owner",
                        Combinators.combine(
                                        Arbitraries.integers().between(1, 99),
                                        Arbitraries.longs().greaterOrEqual(0))
                                .as((prefix, number) -> prefix + "x" + number % 1_000_000_000)));
    }

    private static Arbitrary<Map.Entry<String, String>> of(String type, Arbitrary<String> texts) {
        return texts.map(text -> Map.entry(type, text));
    }

    private static String crm(Instant moment) {
        return moment.toString().replace('T', ' ').replace("Z", "");
    }

    private static String time(LocalTime time) {
        return time.format(DateTimeFormatter.ofPattern("HH:mm:ss"));
    }

    private static Object typed(Field field, Object answered) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("x", answered);
        return new TypedValues(module(field)).of(record).get("x");
    }

    private static Field field(String type) {
        return new Field("x", "x", type, false, true, List.of(), List.of());
    }

    private static ModuleDescription module(Field... fields) {
        return new ModuleDescription("Contacts", "Contacts", 12, Arrays.asList(fields), Map.of());
    }
}
