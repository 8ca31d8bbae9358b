package io.github.camelvtiger.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.client.RecordId;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldValuesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<String> CHOICES = List.of("Web Site", "Trade Show", "a, b");

    private final FieldValues values = new FieldValues("Contacts", BERLIN);

    enum Source {
        WEB_SITE,
        OTHER
    }

    static Stream<Arguments> javaValues() {
        Instant late = Instant.parse("2026-12-31T23:30:00Z");
        ZonedDateTime newYear = late.atZone(BERLIN);
        return Stream.of(
                Arguments.of("boolean", true, "1"),
                Arguments.of("boolean", 0, "0"),
                Arguments.of("boolean", 1.0, "1"),
                Arguments.of("integer", 5L, "5"),
                Arguments.of("integer", 5.0, "5"),
                Arguments.of("integer", new BigDecimal("1E+3"), "1000"),
                Arguments.of("double", 0.1, "0.1"),
                Arguments.of("currency", new BigDecimal("1234.50"), "1234.50"),
                Arguments.of("currency", 1e10, "10000000000"),
                Arguments.of("date", LocalDate.of(2026, 12, 31), "2026-12-31"),
                Arguments.of("date", LocalDateTime.of(2026, 12, 31, 23, 0), "2026-12-31"),
                Arguments.of("date", late, "2026-12-31"),
                Arguments.of("date", newYear, "2027-01-01"),
                Arguments.of("date", Date.from(late), "2027-01-01"),
                Arguments.of("date", java.sql.Date.valueOf("2026-12-31"), "2026-12-31"),
                Arguments.of("datetime", late, "2026-12-31 23:30:00"),
                Arguments.of("datetime", newYear, "2026-12-31 23:30:00"),
                Arguments.of("datetime", OffsetDateTime.parse("2026-12-31T20:00:00-05:00"), "2027-01-01 01:00:00"),
                Arguments.of("datetime", Date.from(late), "2026-12-31 23:30:00"),
                Arguments.of("datetime", LocalDateTime.of(2026, 1, 2, 3, 4), "2026-01-02 03:04:00"),
                Arguments.of("datetime", LocalDate.of(2026, 1, 2), "2026-01-02 00:00:00"),
                Arguments.of("time", LocalTime.of(9, 5), "09:05:00"),
                Arguments.of("picklist", Source.WEB_SITE, "Web Site"),
                Arguments.of("picklist", Source.OTHER, "OTHER"),
                Arguments.of("multipicklist", List.of("Trade Show", Source.WEB_SITE), "Trade Show |##| Web Site"),
                Arguments.of("multipicklist", new String[] {"x", "y"}, "x |##| y"),
                Arguments.of("multipicklist", List.of(), ""),
                Arguments.of("reference", new RecordId(11, 3), "11x3"),
                Arguments.of("reference", Map.of("id", "11x3", "label", "Acme"), "11x3"),
                Arguments.of("string", 12.50, "12.5"),
                Arguments.of("string", LocalDate.of(2026, 12, 31), "2026-12-31"),
                Arguments.of("string", late, "2026-12-31 23:30:00"),
                Arguments.of("string", true, "true"),
                Arguments.of("string", Optional.of("x"), "x"),
                Arguments.of("string", new StringBuilder("x"), "x"),
                Arguments.of("string", 'x', "x"),
                Arguments.of("string", Source.WEB_SITE, "WEB_SITE"),
                Arguments.of(
                        "string",
                        UUID.fromString("00000000-0000-0001-0000-000000000002"),
                        "00000000-0000-0001-0000-000000000002"),
                Arguments.of("string", URI.create("https://acme.example/"), "https://acme.example/"),
                Arguments.of("string", Locale.GERMANY, "de_DE"),
                Arguments.of("string", Year.of(2026), "2026"),
                Arguments.of("string", LocalTime.of(9, 5), "09:05:00"),
                Arguments.of("string", OffsetTime.parse("09:05:00+02:00"), "07:05:00"),
                Arguments.of("string", new BigInteger("12345678901234567890"), "12345678901234567890"),
                Arguments.of("string", new java.sql.Timestamp(late.toEpochMilli()), "2026-12-31 23:30:00"),
                Arguments.of("string", GregorianCalendar.from(newYear), "2026-12-31 23:30:00"),
                Arguments.of("string", OptionalInt.empty(), null),
                Arguments.of("string", new AtomicReference<>(Optional.of("x")), "x"),
                Arguments.of("integer", OptionalInt.of(5), "5"),
                Arguments.of("integer", OptionalLong.of(5), "5"),
                Arguments.of("integer", new AtomicInteger(5), "5"),
                Arguments.of("integer", new AtomicLong(5), "5"),
                Arguments.of("integer", BigInteger.TEN, "10"),
                Arguments.of("integer", Year.of(2026), "2026"),
                Arguments.of("double", OptionalDouble.of(0.5), "0.5"),
                Arguments.of("boolean", new AtomicBoolean(true), "1"),
                Arguments.of("date", new java.sql.Timestamp(late.toEpochMilli()), "2027-01-01"),
                Arguments.of("date", 20261231, "2026-12-31"),
                Arguments.of("time", java.sql.Time.valueOf("09:05:00"), "09:05:00"),
                Arguments.of("time", OffsetTime.parse("09:05:00+02:00"), "07:05:00"),
                Arguments.of("multipicklist", new int[] {1, 2}, "1 |##| 2"),
                Arguments.of("multipicklist", Set.of(Optional.of("x")), "x"),
                Arguments.of("owner", Map.of("id", new RecordId(19, 5)), "19x5"),
                Arguments.of("owner", "  ", ""),
                Arguments.of("string", Optional.empty(), null));
    }

    @ParameterizedTest
    @MethodSource("javaValues")
    void javaTypesBecomeWhatTheServerTakes(String type, Object value, String wire) {
        assertThat(values.wire(field(type), value)).isEqualTo(WireValue.of(wire));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boolean|true|1",
                "boolean|Yes|1",
                "boolean|on|1",
                "boolean|off|0",
                "boolean|  |",
                "integer|1,234,567|1234567",
                "integer|007|7",
                "integer| 12 |12",
                "double|12,5|12.5",
                "double|0,125|0.125",
                "double|12 %|12",
                "currency|1,234.50|1234.50",
                "currency|1.234,50|1234.50",
                "currency|1.234.567|1234567",
                "currency|1 234,50|1234.50",
                "currency|1'234.50|1234.50",
                "currency|€ 9.99|9.99",
                "currency|1234.567|1234.567",
                "currency|1e3|1000",
                "date|2026-12-31|2026-12-31",
                "date|2026-2-3|2026-02-03",
                "date|20261231|2026-12-31",
                "date|31.12.2026|2026-12-31",
                "date|1.2.2026|2026-02-01",
                "date|31/12/2026|2026-12-31",
                "date|12/31/2026|2026-12-31",
                "date|05-05-2026|2026-05-05",
                "date|1980-05-05T00:00:00+02:00|1980-05-05",
                "datetime|2026-12-31T10:00:00Z|2026-12-31 10:00:00",
                "datetime|2026-12-31T23:00:00.123-05:00|2027-01-01 04:00:00",
                "datetime|31.12.2026 02:30 PM|2026-12-31 14:30:00",
                "datetime|2026-12-31|2026-12-31 00:00:00",
                "time|9:05|09:05:00",
                "time|02:30 PM|14:30:00",
                "time|12:15 am|00:15:00",
                "multipicklist|Trade Show;Web Site|Trade Show |##| Web Site",
                "picklist|anything|anything",
                "reference|11x3|11x3"
            })
    void textBecomesWhatTheServerTakes(String line) {
        String[] parts = line.split("\\|", 3);
        assertThat(values.wire(field(parts[0]), parts[1])).isEqualTo(WireValue.of(parts[2]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "boolean;perhaps;is neither yes nor no",
                "integer;5.7;is not a whole number",
                "integer;2147483648;lies beyond",
                "currency;1,234;may mean 1234 or 1.234",
                "currency;abc;is not a number",
                "currency;1,23,456;is not a number",
                "currency;1e999;has more digits",
                "date;05/06/2026;may mean 2026-06-05 or 2026-05-06",
                "date;2026-02-30;is a day that does not exist",
                "date;31.12.26;is not a date",
                "datetime;soon;is not a date",
                "time;25:00;is a time that does not exist",
                "time;noon;is not a time of day"
            })
    void whatMayMeanTwoThingsIsSentAsItIsAndSaid(String type, String text, String reason) {
        WireValue wire = values.wire(field(type), text);
        assertThat(wire.value()).isEqualTo(text);
        assertThat(wire.fault().orElseThrow()).startsWith(reason);
    }

    static Stream<Arguments> valuesWithoutAForm() {
        return Stream.of(
                        List.of("a"),
                        List.of(),
                        Map.of("a", "b"),
                        Map.of("id", "11x3"),
                        new String[] {"a"},
                        new int[] {1},
                        new byte[] {65},
                        new char[] {'a'},
                        new ByteArrayInputStream(new byte[0]),
                        new StringReader("a"),
                        new File("a"),
                        Path.of("a"),
                        Stream.of("a"),
                        List.of("a").iterator(),
                        new Object(),
                        new Thing("a"),
                        Thing.class,
                        Optional.of(new Thing("a")),
                        Double.NaN,
                        Float.POSITIVE_INFINITY,
                        OptionalDouble.of(Double.NEGATIVE_INFINITY))
                .flatMap(value -> Stream.of("string", "text", "picklist", "date", "integer", "boolean", "email")
                        .map(type -> Arguments.of(type, value)));
    }

    record Thing(String name) {}

    @ParameterizedTest
    @MethodSource("valuesWithoutAForm")
    void whatHasNoFormIsRefused(String type, Object value) {
        WireValue wire = values.wire(field(type), value);
        assertThat(wire.refused()).isTrue();
        assertThat(wire.fault().orElseThrow()).doesNotContain("Thing[name");
        boolean ofAnUnknownField = values.wire("cf_new", value).refused();
        assertThat(ofAnUnknownField).isTrue();
        assertThatThrownBy(() -> values.compared(Optional.of(field(type)), List.of(value)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("timesWithoutAForm")
    void timesDoNotFitNumbers(String type, Object value) {
        assertThat(values.wire(field(type), value).refused()).isTrue();
    }

    static Stream<Arguments> timesWithoutAForm() {
        return Stream.of(
                Arguments.of("integer", LocalDate.EPOCH),
                Arguments.of("boolean", Instant.EPOCH),
                Arguments.of("date", LocalTime.NOON),
                Arguments.of("date", Year.of(2026)),
                Arguments.of("time", LocalDate.EPOCH),
                Arguments.of("multipicklist", List.of(List.of("a"))),
                Arguments.of("multipicklist", Collections.singletonList(null)),
                Arguments.of("reference", Map.of("label", "Acme")));
    }

    @Test
    void itemsAreMapsOfPlainValues() {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("productid", Map.of("id", new RecordId(14, 5)));
        item.put("quantity", 2);
        item.put("deleted", true);
        item.put("comment", LocalDate.EPOCH);
        item.put("listprice", Optional.empty());
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("productid", "14x5");
        plain.put("quantity", 2);
        plain.put("deleted", true);
        plain.put("comment", "1970-01-01");
        plain.put("listprice", null);
        assertThat(values.wire("LineItems", new Object[] {item})).isEqualTo(WireValue.of(List.of(plain)));
        for (Object none : List.of("text", Map.of("a", 1), List.of("14x5"), List.of(new Thing("a")))) {
            assertThat(values.wire("LineItems", none).fault().orElseThrow()).contains("List of Maps");
        }
        assertThat(values.wire("LineItems", List.of(Map.of("comment", new byte[0])))
                        .fault()
                        .orElseThrow())
                .contains("comment")
                .contains("byte[]");
    }

    @Test
    void whatIsComparedHasTheFormThatARecordWouldHave() {
        Date late = Date.from(Instant.parse("2026-12-31T23:30:00Z"));
        assertThat(values.compared(Optional.of(field("date")), late)).isEqualTo("2027-01-01");
        assertThat(values.compared(Optional.of(field("datetime")), late)).isEqualTo("2026-12-31 23:30:00");
        assertThat(values.compared(Optional.empty(), late)).isEqualTo("2026-12-31 23:30:00");
        assertThat(values.compared(Optional.of(field("picklist")), Source.WEB_SITE))
                .isEqualTo("Web Site");
        assertThat(values.compared(Optional.empty(), new Object[] {1, true, "x"}))
                .isEqualTo(List.of("1", "1", "x"));
        assertThat(values.compared(Optional.of(field("date")), "1980%")).isEqualTo("1980%");
        assertThat(values.compared(Optional.empty(), new BigDecimal("1E+6"))).isEqualTo("1000000");
        assertThat(values.compared(Optional.empty(), false)).isEqualTo("0");
        assertThat(values.compared(Optional.empty(), Optional.empty())).isNull();
    }

    @Test
    void numbersThatAreNoneAreSaid() {
        assertThat(values.wire(field("double"), Double.NaN).fault()).isPresent();
        assertThat(values.wire(field("double"), LocalDate.EPOCH).fault()).isPresent();
        assertThat(values.wire(field("string"), List.of("a", "b")).fault()).isPresent();
    }

    @Test
    void dayAndTimeOfAnActivityAreOneMomentInUtc() {
        ZonedDateTime newYear = ZonedDateTime.of(2027, 1, 1, 0, 30, 0, 0, BERLIN);
        FieldValues events = new FieldValues("Events", BERLIN);
        assertThat(events.wire(field("date"), newYear).value()).isEqualTo("2026-12-31");
        assertThat(events.wire(field("time"), newYear).value()).isEqualTo("23:30:00");
        assertThat(events.wire(field("date"), "2027-01-01T00:30:00+01:00").value())
                .isEqualTo("2026-12-31");
    }

    @ParameterizedTest
    @CsvSource({
        "boolean,on,1,true",
        "boolean,'',0,true",
        "boolean,1,0,false",
        "currency,1234.5,1234.50000000,true",
        "currency,1234.567,1234.57000000,false",
        "currency,'',0.00000000,true",
        "double,abc,0.000,false",
        "integer,5,5,true",
        "date,2026-2-3,2026-02-03,true",
        "date,2026-02-30,0000-00-00,false",
        "date,2026-12-31,'',false",
        "time,10:15,10:15:00,true",
        "multipicklist,a |##| b,b |##| a,true",
        "multipicklist,a |##| b,a,false",
        "string,Smith,smith,false",
        "string,Grüße 😀,Grüße ????,false",
        "text,<script>,&lt;script&gt;,false",
        "picklist,Web,Web,true",
        "reference,11x3,'',false"
    })
    void answersAreComparedByMeaning(String type, String sent, String answered, boolean same) {
        assertThat(values.same(field(type), sent, answered)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "currency,1234.567,1234.57000000,2,true",
        "currency,10.50,11.00000000,0,true",
        "currency,12.34,12.30000000,2,false",
        "double,12.3456,12.346,2,true",
        "double,12.3456,12.340,2,false"
    })
    void whatTheServerWouldRoundIsUnchanged(String type, String wanted, String stored, int decimals, boolean same) {
        assertThat(values.sameRounded(field(type), wanted, stored, decimals)).isEqualTo(same);
    }

    @Property
    void numbersSurviveEveryCommonForm(
            @ForAll @Scale(2) @BigRange(min = "-99999999", max = "99999999") BigDecimal number) {
        String english = String.format(Locale.US, "%,.2f", number);
        String german = String.format(Locale.GERMANY, "%,.2f", number);
        for (Object form : List.of(number, number.toPlainString(), english, german)) {
            WireValue wire = values.wire(field("currency"), form);
            assertThat(wire.fault()).isEmpty();
            assertThat(new BigDecimal(wire.value().toString())).isEqualByComparingTo(number);
        }
    }

    @Property
    void daysSurviveEveryCommonForm(@ForAll @DateRange(min = "1900-01-01", max = "2100-12-31") LocalDate day) {
        String dotted = day.getDayOfMonth() + "." + day.getMonthValue() + "." + day.getYear();
        for (Object form : List.of(day, day.toString(), dotted, day.atStartOfDay(), day + "T00:00:00Z")) {
            assertThat(values.wire(field("date"), form)).isEqualTo(WireValue.of(day.toString()));
        }
    }

    @Property
    void wireFormsStayAsTheyAre(@ForAll("types") String type, @ForAll String text) {
        WireValue once = values.wire(field(type), text);
        assertThat(values.wire(field(type), once.value()).value()).isEqualTo(once.value());
        assertThat(values.same(field(type), once.value(), once.value())).isTrue();
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(
                "boolean", "integer", "currency", "date", "datetime", "time", "picklist", "multipicklist", "string");
    }

    private static Field field(String type) {
        return new Field(type + "field", type, type, false, true, List.of(), CHOICES);
    }
}
