package io.github.camelvtiger.routes.sync.mapping;

import static io.github.camelvtiger.routes.sync.mapping.MappingFixture.leads;
import static io.github.camelvtiger.routes.sync.mapping.MappingFixture.mapping;
import static io.github.camelvtiger.routes.sync.mapping.MappingFixture.row;
import static io.github.camelvtiger.routes.sync.mapping.MappingFixture.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.camelvtiger.routes.sync.rows.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void rulesMakeARecord() {
        Mapping mapping = mapping(
                leads(
                        """
                        map:
                          lastname: Last Name
                          firstname: { from: [First, Middle], join: " " }
                          industry: { from: Branch, values: { Bau: Construction }, default: Other }
                          website: { value: "https://example.com" }
                          phone: { from: Phones, split: "/", part: -1 }
                          assigned_user_id: { from: Agent, owner: true }
                          account: { from: Company, reference: accountname, create: true }
                        """),
                "Last Name",
                "First",
                "Middle",
                "Branch",
                "Phones",
                "Agent",
                "Company");

        assertThat(fields(
                        mapping,
                        row(
                                "Last Name", " Lovelace\u00A0",
                                "First", "Ada",
                                "Middle", "",
                                "Branch", "bau",
                                "Phones", "030 1 / 030 2",
                                "Agent", "Jane Roe",
                                "Company", "Acme")))
                .containsExactly(
                        entry("lastname", "Lovelace"),
                        entry("firstname", "Ada"),
                        entry("industry", "Construction"),
                        entry("website", "https://example.com"),
                        entry("phone", "030 2"),
                        entry("assigned_user_id", "Jane Roe"),
                        entry("account", new ReferenceByKey(List.of("Accounts"), "accountname", "Acme", true)));
        assertThat(mapping.notes()).isEmpty();
    }

    @Test
    void anEmptyCellLeavesTheFieldAsItIsAndAnEmptyDefaultClearsIt() {
        Mapping mapping = mapping(
                leads("map: { lastname: a, phone: b, email: { from: c, default: '' }, industry: { from: d, default:"
                        + " Other } }"));

        assertThat(fields(mapping, row("a", "x", "b", " ", "c", "", "d", "")))
                .containsOnly(entry("lastname", "x"), entry("email", ""), entry("industry", "Other"));
        assertThat(fields(mapping, row("a", "x", "b", null, "c", "y")))
                .as("null of JSON is a value, a name that is not there is none")
                .containsOnly(
                        entry("lastname", "x"), entry("phone", ""), entry("email", "y"), entry("industry", "Other"));
    }

    @Test
    void anEmptyFieldOfACrmClearsTheOtherOnes() {
        Mapping mapping = mapping(sync("from: { crm: Contacts }\n"
                + "to: { crm: Leads, match: email }\n"
                + "map: { lastname: lastname, email: email, phone: phone }"));

        assertThat(fields(mapping, row("lastname", "x", "email", "a@b.c", "phone", "")))
                .containsEntry("phone", "");
    }

    @Test
    void expressionsSeeTheRow() {
        Mapping mapping = mapping(
                leads(
                        """
                map:
                  lastname: { simple: "${body[Last Name]}, ${body[First]}" }
                  phone: { jsonpath: "$.address.phones[0]" }
                  noofemployees: { jsonpath: "$.size" }
                  firstname: { jsonpath: "$.nothing.there", default: none }
                skip: "${body[Status]} == 'old'"
                """));

        Row row = row(
                "Last Name", "Lovelace",
                "First", "${body}",
                "Status", "new",
                "size", 3,
                "address", Map.of("phones", List.of("1", "2")));
        assertThat(fields(mapping, row))
                .containsOnly(
                        entry("lastname", "Lovelace, ${body}"),
                        entry("phone", "1"),
                        entry("noofemployees", 3),
                        entry("firstname", "none"));
        assertThat(mapping.map(row("Status", "old"))).isEqualTo(new MappedRow.Skipped());
    }

    @Test
    void severalValuesAreAList() {
        Mapping mapping =
                mapping(leads("map: { lastname: a, interests: { from: b, values: { Wein: Wine } } }\nlist: ','"));

        assertThat(fields(mapping, row("a", "x", "b", "Wein, Tea"))).containsEntry("interests", List.of("Wine", "Tea"));
        assertThat(fields(mapping, row("a", "x", "b", "Beer |##| Tea")))
                .containsEntry("interests", List.of("Beer", "Tea"));
        assertThat(fields(mapping, row("a", "x", "b", List.of("Tea", "Wein"))))
                .containsEntry("interests", List.of("Tea", "Wine"));
        assertThat(reason(mapping, row("a", "x", "b", "Wein,Milk"))).contains("'Milk' of interests (multipicklist)");
    }

    @Test
    void datesAreReadAsTheRuleSaysElseAsTheyCanMeanOneDay() {
        Mapping german = mapping(leads("map: { lastname: a, birthday: { from: b, date: d. MMMM yyyy } }\nlocale: de"));
        Mapping any = mapping(leads("map: { lastname: a, birthday: b }"));

        assertThat(fields(german, row("a", "x", "b", "3. März 1815")))
                .containsEntry("birthday", LocalDate.of(1815, 3, 3));
        assertThat(reason(german, row("a", "x", "b", "31. Februar 1815")))
                .isEqualTo("The value '31. Februar 1815' of birthday is not a time as its 'date' pattern says; write it"
                        + " like 31. Dezember 2026, or correct the pattern.");
        assertThat(fields(any, row("a", "x", "b", "31.12.1815"))).containsEntry("birthday", LocalDate.of(1815, 12, 31));
        assertThat(fields(any, row("a", "x", "b", LocalDateTime.of(1815, 12, 31, 0, 0))))
                .as("as spreadsheets have days")
                .containsEntry("birthday", LocalDate.of(1815, 12, 31));
        assertThat(reason(any, row("a", "x", "b", "01/02/1815"))).contains("may mean 1815-02-01 or 1815-01-02");
    }

    @Test
    void momentsAreOfTheZoneUnlessTheySayOtherwise() {
        Mapping mapping = mapping(leads("map: { lastname: a, called: b }\nzone: Europe/Berlin"));
        ZonedDateTime noon = ZonedDateTime.of(2026, 7, 1, 12, 0, 0, 0, BERLIN);

        assertThat(fields(mapping, row("a", "x", "b", "2026-07-01 12:00"))).containsEntry("called", noon);
        assertThat(fields(mapping, row("a", "x", "b", LocalDateTime.of(2026, 7, 1, 12, 0))))
                .containsEntry("called", noon);
        assertThat(fields(mapping, row("a", "x", "b", "2026-07-01T10:00:00Z")))
                .containsEntry("called", "2026-07-01T10:00:00Z");
        assertThat(fields(mapping, row("a", "x", "b", LocalDate.of(2026, 7, 1))))
                .containsEntry("called", noon.withHour(0));
    }

    @Test
    void theDayAndTheTimeOfAnEventAreOneMoment() {
        Mapping mapping = Mapping.of(
                sync("from: { file: in }\nto: { crm: Events }\nzone: Europe/Berlin"),
                "Events",
                List.of("Subject", "Start", "Start Time", "End", "Status", "Type"),
                TestModules::find,
                MappingFixture.CAMEL);

        Map<String, Object> fields = fields(
                mapping,
                row(
                        "Subject", "x",
                        "Start", "01.07.2026",
                        "Start Time", "00:30",
                        "End", "2026-07-01",
                        "Status", "Held",
                        "Type", "Call"));

        ZonedDateTime moment = ZonedDateTime.of(2026, 7, 1, 0, 30, 0, 0, BERLIN);
        assertThat(fields)
                .containsEntry("date_start", moment)
                .containsEntry("time_start", moment)
                .containsEntry("due_date", LocalDate.of(2026, 7, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'';1.234,5;1234.5",
                "'';1,5;1.5",
                "de;1.234;1234",
                "de;1.234,50 €;1234.50",
                "de;-12,5;-12.5",
                "de;1234.56;''",
                "en;1,234.5;1234.5",
                "en;1,5;''",
                "fr;1 234,5;1234.5",
                "fr;1\u00A0234\u00A0567;1234567",
            })
    void numbersAreReadAsTheLanguageWritesThem(String locale, String text, String number) {
        Mapping mapping = mapping(
                leads("map: { lastname: a, annualrevenue: b }" + (locale.isEmpty() ? "" : "\nlocale: " + locale)));
        MappedRow mapped = mapping.map(row("a", "x", "b", text));

        if (number.isEmpty()) {
            assertThat(mapped).isInstanceOf(MappedRow.Rejected.class);
        } else if (locale.isEmpty()) {
            assertThat(mapped).isInstanceOf(MappedRow.Record.class);
        } else {
            assertThat(((MappedRow.Record) mapped).fields()).containsEntry("annualrevenue", new BigDecimal(number));
        }
    }

    @Test
    void aPatternOfNumbersIsHeldToTheLetter() {
        Mapping mapping =
                mapping(leads("map: { lastname: a, annualrevenue: { from: b, number: '#,##0.00 EUR' } }\nlocale: de"));

        assertThat(fields(mapping, row("a", "x", "b", "1.234,50 EUR")))
                .containsEntry("annualrevenue", new BigDecimal("1234.50"));
        assertThat(fields(mapping, row("a", "x", "b", 12.5)))
                .as("a number is one already")
                .containsEntry("annualrevenue", new BigDecimal("12.5"));
        assertThat(reason(mapping, row("a", "x", "b", "1.5,00 EUR"))).contains("write it like 1.234,50 EUR");
        assertThat(reason(mapping, row("a", "x", "b", "1,50"))).contains("'1,50' of annualrevenue is not a number");
    }

    @Test
    void valuesOfSpreadsheetsAndJsonKeepTheirTypes() {
        Mapping mapping =
                mapping(leads(""), "lastname", "phone", "emailoptout", "annualrevenue", "noofemployees", "description");

        assertThat(fields(
                        mapping,
                        row(
                                "lastname",
                                5.0,
                                "phone",
                                4.91701234567E11,
                                "emailoptout",
                                true,
                                "annualrevenue",
                                new BigDecimal("12.50"),
                                "noofemployees",
                                3L,
                                "description",
                                LocalDate.of(2026, 1, 2))))
                .containsOnly(
                        entry("lastname", new BigDecimal("5")),
                        entry("phone", new BigDecimal("491701234567")),
                        entry("emailoptout", true),
                        entry("annualrevenue", new BigDecimal("12.50")),
                        entry("noofemployees", 3L),
                        entry("description", LocalDate.of(2026, 1, 2)));
        assertThat(reason(mapping, row("lastname", Map.of("a", 1)))).contains("of lastname is an object");
        assertThat(reason(mapping, row("lastname", List.of("a", "b")))).contains("of lastname is a list");
    }

    @Test
    void allFaultsOfARowAreOneSentence() {
        Mapping mapping = mapping(leads(""), "lastname", "birthday", "noofemployees", "industry");

        assertThat(reason(
                        mapping,
                        row("lastname", "x", "birthday", "soon", "noofemployees", "many", "industry", "Bankng")))
                .isEqualTo(
                        "The value 'soon' of birthday (date) is not a date; write it like 2026-12-31; the value 'many'"
                                + " of noofemployees (integer) is not a number; write digits with a decimal point, such as"
                                + " 1234.5; the value 'Bankng' of industry (picklist) is not in its list; write Banking.");
        assertThat(reason(mapping, row("lastname", " ")))
                .isEqualTo("The field lastname (Last Name) of Leads is mandatory and has no value; give it one.");
        assertThat(reason(mapping, row("lastname", "x".repeat(81)))).contains("has 81 characters");
        assertThat(reason(mapping, row("lastname", "a\u0000b"))).contains("lastname has a zero byte");
    }

    @Test
    void aRowThatCannotBeReadIsRejectedAsItIs() {
        Row row =
                new Row(1, "line 2", Map.of("lastname", "x"), Optional.of("It has 3 cells, but 2 columns are named."));

        assertThat(reason(mapping(leads(""), "lastname"), row)).isEqualTo("It has 3 cells, but 2 columns are named.");
    }

    @Test
    void withoutAMapNamesAreMatchedAndWhatIsLeftIsNamed() {
        // Of who changed it last, describe says that it can be edited.
        Mapping mapping = mapping(
                leads("ignore: [fax]"),
                "LASTNAME",
                "first  name",
                "Assigned To",
                "Created",
                "modifiedby",
                "Fax",
                "Shoe");

        assertThat(mapping.fields()).containsExactly("lastname", "firstname", "assigned_user_id");
        assertThat(fields(mapping, row("LASTNAME", "x", "first  name", "y", "Assigned To", "Jane Roe")))
                .containsOnly(entry("lastname", "x"), entry("firstname", "y"), entry("assigned_user_id", "Jane Roe"));
        assertThat(mapping.notes())
                .containsExactly(
                        "The columns 'Created', 'modifiedby', 'Shoe' go nowhere; list what is left out on purpose in 'ignore'.");
    }

    @Test
    void rowsOfJsonNameTheirColumns() {
        Mapping mapping = mapping(leads(""));

        assertThat(fields(mapping, row("firstname", "y", "lastname", "x"))).containsOnlyKeys("firstname", "lastname");
    }

    @Test
    void aRowWithAnIdChangesThatRecordAndOneWithoutIsANewOne() {
        Mapping mapping = mapping(leads(""), "id", "lastname", "phone");

        assertThat(fields(mapping, row("id", "2x7", "phone", "1")))
                .containsOnly(entry("id", "2x7"), entry("phone", "1"));
        assertThat(fields(mapping, row("id", "", "lastname", "x"))).containsOnly(entry("lastname", "x"));
        assertThat(reason(mapping, row("id", "", "phone", "1"))).contains("lastname (Last Name) of Leads is mandatory");
        assertThat(reason(mapping, row("id", "12x7", "phone", "1")))
                .isEqualTo("The value '12x7' of id is not the id of a record of Leads; write it like 2x34.");
    }

    @Test
    void aRowWithoutItsKeyIsRejected() {
        Mapping mapping = mapping(
                sync("from: { file: in }\nto: { crm: Leads, match: [email] }"), "id", "Last Name", "Primary Email");

        assertThat(fields(mapping, row("Primary Email", "a@b.c"))).containsOnly(entry("email", "a@b.c"));
        assertThat(reason(mapping, row("Last Name", "x", "Primary Email", "")))
                .startsWith("The field email finds the record of a row again, and is empty in this one");
        assertThat(mapping.notes()).hasSize(1).first().asString().contains("'id' goes nowhere");
    }

    @Test
    void referencesAndOwnersAreIdsUnlessTheRuleSaysOtherwise() {
        Mapping plain = mapping(leads("map: { lastname: a, account: b, assigned_user_id: c }"));
        Mapping found =
                mapping(leads("map: { lastname: a, related: { from: b, reference: lastname, module: Contacts } }"));

        assertThat(fields(plain, row("a", "x", "b", "11x3", "c", "19x1")))
                .containsEntry("account", "11x3")
                .containsEntry("assigned_user_id", "19x1");
        assertThat(reason(plain, row("a", "x", "b", "Acme", "c", "jane")))
                .contains("'Acme' of account is not the id of a record; add 'reference: FIELD'")
                .contains("'jane' of assigned_user_id is not the id of a user or group; add 'owner: true'");
        assertThat(fields(found, row("a", "x", "b", "Roe")))
                .containsEntry("related", new ReferenceByKey(List.of("Contacts"), "lastname", "Roe", false));
        assertThat(fields(found, row("a", "x", "b", "12x9"))).containsEntry("related", "12x9");
    }

    @Test
    void recordsOfACrmBecomeRowsOfAFile() {
        Mapping mapping = mapping(
                sync(
                        """
                        from: { crm: Leads }
                        to: { file: out }
                        map:
                          Name: lastname
                          Called: called
                          Day: { from: called, date: "d. MMM yyyy HH:mm" }
                          Born: { from: birthday, date: dd.MM.yyyy }
                          Revenue: { from: annualrevenue, number: "#,##0.00" }
                        zone: Europe/Berlin
                        locale: de
                        """));

        assertThat(fields(
                        mapping,
                        row(
                                "lastname", "Lovelace",
                                "called", "2026-07-01 22:30:00",
                                "birthday", "1815-12-10",
                                "annualrevenue", "1234.5000")))
                .containsExactly(
                        entry("Name", "Lovelace"),
                        entry("Called", "2026-07-02 00:30:00"),
                        entry("Day", "2. Juli 2026 00:30"),
                        entry("Born", "10.12.1815"),
                        entry("Revenue", "1.234,50"));
        assertThat(reason(mapping, row("annualrevenue", "much"))).contains("'much' of Revenue is not a number");
        assertThat(reason(mapping, row("birthday", "soon"))).contains("'soon' of Born is not a time");
    }

    @Test
    void withoutAMapAFileHasEveryColumnOfTheSource() {
        Mapping mapping =
                mapping(sync("from: { crm: Leads }\nto: { file: out }\nignore: phone"), "id", "lastname", "phone");

        assertThat(fields(mapping, row("id", "2x1", "lastname", "x", "phone", "1")))
                .containsExactly(entry("id", "2x1"), entry("lastname", "x"));
    }

    private static Map<String, Object> fields(Mapping mapping, Row row) {
        MappedRow mapped = mapping.map(row);
        assertThat(mapped).isInstanceOf(MappedRow.Record.class);
        return ((MappedRow.Record) mapped).fields();
    }

    private static String reason(Mapping mapping, Row row) {
        MappedRow mapped = mapping.map(row);
        assertThat(mapped).isInstanceOf(MappedRow.Rejected.class);
        return ((MappedRow.Rejected) mapped).reason();
    }
}
