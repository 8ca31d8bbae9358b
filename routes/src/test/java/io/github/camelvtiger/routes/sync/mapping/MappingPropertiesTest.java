package io.github.camelvtiger.routes.sync.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.values.FieldValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.time.api.DateTimes;
import net.jqwik.time.api.Dates;
import net.jqwik.time.api.Times;

/** Whatever a row holds: it becomes a record that the component can send, or is rejected with the name of a field. */
class MappingPropertiesTest {

    private static final ModuleDescription LEADS = TestModules.find("Leads").orElseThrow();
    private static final List<String> COLUMNS = LEADS.fields().stream()
            .map(ModuleDescription.Field::name)
            .filter(name -> !name.equals("source") && !name.equals("createdtime"))
            .toList();

    private final Mapping names =
            MappingFixture.mapping(MappingFixture.leads("zone: America/New_York"), COLUMNS.toArray(String[]::new));

    private final Mapping rules = MappingFixture.mapping(
            MappingFixture.leads(
                    """
            map:
              lastname: { from: [lastname, firstname], join: ", " }
              firstname: { simple: "${body[firstname]}!" }
              email: { jsonpath: "$.email.first", default: "" }
              phone: { from: phone, split: "-", part: -2 }
              birthday: { from: birthday, date: dd.MM.yyyy }
              called: { from: called, date: "dd.MM.yyyy HH:mm" }
              annualrevenue: { from: annualrevenue, number: "#,##0.00" }
              noofemployees: { from: noofemployees, values: { many: 1000 } }
              interests: { from: interests, values: { Wein: Wine } }
              account: { from: account, reference: accountname }
              assigned_user_id: { from: assigned_user_id, owner: true }
            skip: "${body[website]} == 'skip'"
            zone: Europe/Berlin
            locale: de
            """));

    @Property(tries = 500)
    void aRowBecomesASoundRecordOrIsRejectedByName(@ForAll("rows") Map<String, Object> cells) {
        for (Mapping mapping : List.of(names, rules)) {
            MappedRow mapped = mapping.map(new Row(1, "line 2", cells, Optional.empty()));
            if (mapped instanceof MappedRow.Record record) {
                assertThat(record.fields()).allSatisfy(this::isSound);
            } else if (mapped instanceof MappedRow.Rejected rejected) {
                assertThat(rejected.reason())
                        .endsWith(".")
                        .isEqualTo(rejected.reason().strip());
                assertThat(COLUMNS).anyMatch(rejected.reason()::contains);
            }
        }
    }

    private void isSound(String name, Object value) {
        if (!(value instanceof ReferenceByKey)) {
            assertThat(new FieldValues("Leads", ZoneId.of("UTC"))
                            .wire(LEADS.field(name).orElseThrow(), value)
                            .fault())
                    .as(name)
                    .isEmpty();
        }
    }

    @Provide
    Arbitrary<Map<String, Object>> rows() {
        Arbitrary<Tuple.Tuple2<String, Object>> cell =
                Arbitraries.of(COLUMNS).flatMap(column -> values().map(value -> Tuple.of(column, value)));
        return cell.list().ofMaxSize(COLUMNS.size()).map(cells -> {
            Map<String, Object> row = new HashMap<>();
            cells.forEach(each -> row.put(each.get1(), each.get2()));
            return row;
        });
    }

    private static Arbitrary<Object> values() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(90),
                Arbitraries.of(
                        "",
                        " ",
                        "\u0000",
                        "1.234,50",
                        "31.12.2026",
                        "31.02.2026",
                        "2026-07-01 12:00",
                        "10:30",
                        "true",
                        "2x3",
                        "Banking",
                        "Wein; Tea",
                        "|##|",
                        "a-b-c",
                        "${body}",
                        "{{x}}",
                        "1e999",
                        "-",
                        "many",
                        "skip",
                        "12x",
                        "2026-07-01T10:00:00+02:00",
                        "٣",
                        "\uD83D",
                        "Ⅻ"));
        return Arbitraries.<Object>oneOf(
                texts.injectNull(0.05).map(text -> text),
                Arbitraries.bigDecimals().map(number -> number),
                Arbitraries.doubles().map(number -> number),
                Arbitraries.of(
                        Double.NaN, Double.POSITIVE_INFINITY, Float.MIN_VALUE, new BigDecimal("1e400"), Long.MAX_VALUE),
                Arbitraries.integers().map(number -> number),
                Arbitraries.of(true, false),
                Dates.dates().map(day -> day),
                DateTimes.dateTimes().map(moment -> moment),
                Times.times().map(time -> time),
                Arbitraries.of(LocalDate.MIN, LocalDate.MAX, LocalDateTime.MAX, LocalTime.MAX),
                texts.list().ofMaxSize(3).map(list -> list),
                Arbitraries.of(
                        Map.of(),
                        Map.of("first", 1),
                        Map.of("first", List.of()),
                        List.of(Map.of()),
                        List.of(List.of(1))));
    }
}
