package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.QuerySyntaxException;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server would store as something else is refused before it is sent, whatever {@code validate} says. */
class RefusedValuesTest extends CrmTestSupport {

    @Override
    SimulatorServer crm() {
        return SimulatorServer.builder().seed("empty").start();
    }

    @ParameterizedTest
    @CsvSource({"1e30, 1000000000000000000000000000000", "1.20e2, 120", "1e-7, 0.0000001", "0.10, 0.10"})
    void numberInATextFieldIsStoredInItsPlainForm(BigDecimal number, String plain) {
        assertThat(call("vtiger:create/Contacts", Map.of("lastname", number))
                        .getMessage()
                        .getBody(Map.class))
                .containsEntry("lastname", plain);
    }

    @Test
    void numberBeyondADoubleIsRefusedInEveryField() {
        String id = contact("Kept");
        for (String field : List.of("lastname", "description", "cf_999", "portal")) {
            assertThat(call("vtiger:revise/Contacts", Map.of("id", id, field, new BigDecimal("1e400")))
                            .getException())
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining(field)
                    .hasMessageContaining("1E+400");
            assertThat(call("vtiger:revise/Contacts", "{\"id\":\"" + id + "\",\"" + field + "\":1e400}")
                            .getException())
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining(field);
        }
    }

    record Person(String lastname, Object firstname) {}

    static Stream<Arguments> withoutAForm() {
        return Stream.of(
                        "bytes".getBytes(StandardCharsets.UTF_8),
                        new ByteArrayInputStream(new byte[0]),
                        Map.of("first", "Ada"),
                        List.of("Ada", "Eva"),
                        new String[] {"Ada"},
                        new char[] {'A'},
                        Double.NaN,
                        new BigDecimal("1e400"),
                        new BigDecimal("-1e999999999"),
                        BigInteger.TEN.pow(400),
                        new BigDecimal("1e-400"))
                .map(value -> () -> new Object[] {value});
    }

    @ParameterizedTest
    @MethodSource("withoutAForm")
    void valueWithoutAFormIsRefusedByName(Object value) {
        String id = contact("Kept");
        int before = writes();
        List<Object> records = List.of(
                new HashMap<>(Map.of("id", id, "lastname", "Lost", "firstname", value)), new Person("Lost", value));
        for (String uri : List.of(
                "vtiger:create/Contacts",
                "vtiger:upsert/Contacts?matchFields=lastname",
                "vtiger:create/Contacts?validate=true")) {
            for (Object record : records) {
                assertThat(call(uri, record).getException())
                        .isInstanceOf(InvalidRecordException.class)
                        .hasMessageContaining("The value of firstname (string) ");
            }
        }
        for (String uri : List.of("vtiger:revise", "vtiger:update/Contacts")) {
            assertThat(call(uri, records.get(0)).getException())
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("The value of firstname (string) ");
        }
        assertThat(writes()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"lastname\":[\"A\"]}", "{\"lastname\":{\"a\":1}}", "{\"lastname\":\"A\",\"cf_1\":{}}"})
    void structureOfJsonIsNotAText(String json) {
        assertThat(call("vtiger:create/Contacts", json).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("Nothing was sent. The value of ");
    }

    @Test
    void pojoArrivesAsAMapWould() {
        record Dated(String lastname, LocalDateTime birthday, Optional<String> firstname, Date support_start_date) {}
        Date noon = Date.from(LocalDateTime.of(2026, 5, 4, 12, 0)
                .atZone(ZoneId.systemDefault())
                .toInstant());
        Map<?, ?> stored = call(
                        "vtiger:create/Contacts",
                        new Dated("Pojo", LocalDateTime.of(1980, 5, 4, 23, 0), Optional.of("Ada"), noon))
                .getMessage()
                .getBody(Map.class);
        assertThat(stored.get("birthday")).isEqualTo("1980-05-04");
        assertThat(stored.get("firstname")).isEqualTo("Ada");
        assertThat(stored.get("support_start_date")).isEqualTo("2026-05-04");
    }

    @ParameterizedTest
    @CsvSource({
        "assigned_user_id, 12x1, Users or Groups",
        "assigned_user_id, admin, is not the id of a record",
        "assigned_user_id, 1, is not the id of a record",
        "assigned_user_id, 019x1, is not the id of a record",
        "account_id, 12x7, is not a record of Accounts",
        "account_id, 19x1, is not a record of Accounts",
        "account_id, 999x1, is not a record of Accounts",
        "account_id, abc, is not the id of a record",
        "account_id, ' 11x5', is not the id of a record",
        "account_id, 11x05, is not the id of a record"
    })
    void ownerAndReferenceMustBeOfTheRightModule(String field, String value, String reason) {
        String id = contact("Kept");
        int before = writes();
        Map<String, Object> record = Map.of("lastname", "Lost", field, value);
        Map<String, Object> change = Map.of("id", id, field, value);
        for (Exchange refused : List.of(
                call("vtiger:create/Contacts", record),
                call("vtiger:create/Contacts?validate=true", record),
                call("vtiger:upsert/Contacts?matchFields=lastname", record),
                call("vtiger:revise", change),
                call("vtiger:update/Contacts", change))) {
            assertThat(refused.getException())
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining(field)
                    .hasMessageContaining(reason);
        }
        BatchResult batch = call("vtiger:create/Contacts", List.of(record, Map.of("lastname", "Batched")))
                .getMessage()
                .getBody(BatchResult.class);
        assertThat(batch).extracting(BatchItem::outcome).containsExactly(Outcome.FAILED, Outcome.CREATED);
        assertThat(writes()).isEqualTo(before + 1);
    }

    @Test
    void rightOnesCostNoRequestForEachRecord() {
        String account = call("vtiger:create/Accounts", Map.of("accountname", "Acme"))
                .getMessage()
                .getHeader(VtigerConstants.RECORD_ID, String.class);
        Map<String, Object> record = Map.of("lastname", "Owned", "account_id", account, "assigned_user_id", "20x2");
        assertThat(call("vtiger:create/Contacts", record).getException()).isNull();
        int before = crm.calls().size();
        for (int i = 0; i < 3; i++) {
            assertThat(call("vtiger:create/Contacts", record).getException()).isNull();
        }
        assertThat(crm.calls().size() - before).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"LASTNAME, lastname", "Email, email", "ID, id", "Assigned_User_Id, assigned_user_id"})
    void nameInAnotherCaseIsRefusedWithTheRightOne(String name, String right) {
        String id = contact("Kept");
        int before = writes();
        for (Exchange refused : List.of(
                call("vtiger:create/Contacts", Map.of("lastname", "A", name, "x")),
                call("vtiger:create/Contacts?validate=true", Map.of("lastname", "A", name, "x")),
                call("vtiger:upsert/Contacts?matchFields=lastname", Map.of("lastname", "A", name, "x")),
                call("vtiger:revise/Contacts", Map.of("id", id, name, "x")))) {
            assertThat(refused.getException())
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("'" + name + "'")
                    .hasMessageContaining("write " + right + ",");
        }
        assertThat(writes()).isEqualTo(before);
    }

    @Test
    void namesInOptionsAreRefusedTheSame() throws Exception {
        assertThat(call("vtiger:upsert/Contacts?matchFields=EMAIL", Map.of("lastname", "A", "email", "a@b.c"))
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("'EMAIL'")
                .hasMessageContaining("email");
        contact("Listed");
        assertThat(call("vtiger:query/Contacts?columns=LASTNAME", null).getException())
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining("'LASTNAME'")
                .hasMessageContaining("lastname");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:exported")
                        .to("vtiger:export/Contacts?columns=LASTNAME")
                        .convertBodyTo(String.class);
            }
        });
        assertThat(call("direct:exported", null).getException())
                .hasStackTraceContaining("There is no field 'LASTNAME' in Contacts; did you mean lastname?");
    }

    @Test
    void unknownNamesAreSentAsEver() {
        assertThat(call("vtiger:create/Contacts", Map.of("lastname", "A", "cf_999", "x"))
                        .getException())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Task"})
    void taskIsFoundUnderTheIdOfItsCreate(String type) {
        Map<String, Object> task = task();
        task.put("subject", "Call back as '" + type + "'");
        if (!type.isEmpty()) {
            task.put("activitytype", type);
        }
        task.keySet().removeAll(List.of("eventstatus", "time_end", "duration_hours"));
        Message created =
                call("vtiger:create/Calendar?validate=" + type.isEmpty(), task).getMessage();
        String id = created.getHeader(VtigerConstants.RECORD_ID, String.class);
        assertThat(call("vtiger:retrieve/Calendar", id).getMessage().getBody(Map.class))
                .containsEntry("activitytype", "Task");
        assertThat(call("vtiger:upsert/Calendar?matchFields=subject", task)
                        .getMessage()
                        .getHeader(VtigerConstants.RECORD_ID))
                .isEqualTo(id);
        assertThat(call("vtiger:revise/Calendar", Map.of("id", id, "activitytype", "Call"))
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("must be Task in Calendar");
    }

    @Test
    void otherTypesBelongToEvents() {
        Map<String, Object> task = task();
        task.put("activitytype", "Call");
        assertThat(call("vtiger:create/Calendar", task).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("activitytype")
                .hasMessageContaining("Events");
        task.put("activitytype", "Task");
        assertThat(call("vtiger:create/Events", task).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("Calendar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?validate=true"})
    void emailIsOneOfItsModule(String options) {
        Message created = call(
                        "vtiger:create/Emails" + options,
                        Map.of(
                                "subject", "Hello",
                                "date_start", "2026-12-01",
                                "from_email", "a@b.example",
                                "saved_toid", "x@y.example"))
                .getMessage();
        assertThat(created.getBody(Map.class)).containsEntry("activitytype", "Emails");
    }

    enum Source {
        COLD_CALL
    }

    @Test
    void boundValuesHaveTheFormsOfRecords() {
        Date birthday = Date.from(
                LocalDate.of(1980, 5, 4).atStartOfDay(ZoneId.systemDefault()).toInstant());
        call(
                "vtiger:create/Contacts",
                Map.of("lastname", "Bound", "birthday", birthday, "leadsource", Source.COLD_CALL));
        String select = "vtiger:query?query=RAW(select lastname from Contacts where ";
        for (Object day : List.of(
                birthday,
                LocalDate.of(1980, 5, 4),
                LocalDateTime.of(1980, 5, 4, 10, 0),
                birthday.toInstant().atZone(ZoneId.systemDefault()),
                birthday.toInstant().atZone(ZoneId.systemDefault()).toOffsetDateTime(),
                java.sql.Date.valueOf("1980-05-04"),
                Optional.of(birthday),
                "1980-05-04")) {
            assertThat(found(select + "birthday = :d)", day)).containsExactly("Bound");
        }
        assertThat(found(select + "birthday in (:d))", new Object[] {birthday, LocalDate.EPOCH}))
                .containsExactly("Bound");
        assertThat(found(select + "leadsource = :d)", Source.COLD_CALL)).containsExactly("Bound");
        assertThat(found("vtiger:count/Contacts?where=RAW(leadsource = :d)", Source.COLD_CALL))
                .containsExactly(1L);
        for (Object none : List.of(new byte[0], new char[] {'a'}, new Person("a", null), Map.of("a", 1), Double.NaN)) {
            assertThat(bound(select + "lastname = :d)", none).getException())
                    .isInstanceOf(QuerySyntaxException.class)
                    .hasMessageContaining("The parameter :d of the query ");
        }
    }

    @Test
    void parametersOfARequestHaveTheFormsOfRecordsToo() {
        String request =
                "vtiger:request?method=GET&path=RAW(/query?query=select id from Contacts where modifiedtime > '{since}';)";
        Instant since = Instant.parse("2020-01-01T00:00:00Z");
        contact("Requested");
        for (Object moment :
                List.of(since, Date.from(since), since.atZone(ZoneId.of("Asia/Tokyo")), Optional.of(since))) {
            assertThat((List<?>) call(request, null, Map.of("since", moment))
                            .getMessage()
                            .getBody())
                    .isNotEmpty();
        }
        assertThat(call(request, null, Map.of("since", new byte[0])).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("The parameter since of the request has the Java type byte[]");
        String created = "vtiger:request?method=POST&path=/create";
        Map<String, Object> element =
                Map.of("lastname", "Raw", "birthday", LocalDate.EPOCH, "assigned_user_id", "19x1");
        assertThat(call(created, Map.of("elementType", "Contacts", "element", element))
                        .getMessage()
                        .getBody(Map.class))
                .containsEntry("birthday", "1970-01-01");
        assertThat(call(created, Map.of("elementType", "Contacts", "element", Map.of("lastname", new Person("a", 1))))
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("The parameter element of the request ");
    }

    static Stream<Arguments> withoutATextForm() {
        return Stream.of(
                        Map.of("first", "Ada"),
                        List.of("Ada"),
                        Set.of(),
                        new String[] {"Ada"},
                        new int[] {1},
                        "bytes".getBytes(StandardCharsets.UTF_8),
                        new char[] {'A'},
                        new ByteArrayInputStream(new byte[0]),
                        new StringReader("a"),
                        Path.of("a.pdf"),
                        Optional.of(List.of("Ada")),
                        JsonNodeFactory.instance.arrayNode().add("Ada"),
                        new Person("Ada", null),
                        Double.POSITIVE_INFINITY,
                        new BigDecimal("1e400"))
                .map(value -> () -> new Object[] {value});
    }

    @ParameterizedTest
    @MethodSource("withoutATextForm")
    void whatIsNotATextHasNoPlaceInThePathOfARequest(Object value) {
        String condition =
                "vtiger:request?method=GET&path=RAW(/query?query=select id from Contacts where lastname = '{given}';)";
        int before = crm.calls().size();
        for (String uri : List.of(condition, "vtiger:request?method=GET&path=RAW(/{given}?elementType=Contacts)")) {
            assertThat(call(uri, null, Map.of("given", value)).getException())
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageStartingWith("The parameter given of the request ");
        }
        assertThat(crm.calls()).hasSize(before);
    }

    @Test
    void emptyOptionalLeavesThePlaceholderWithoutAValue() {
        String uri = "vtiger:request?method=GET&path=RAW(/describe?elementType={module})";
        for (Exchange refused : List.of(
                call(uri, Map.of("module", Optional.empty())), call(uri, null, Map.of("module", Optional.empty())))) {
            assertThat(refused.getException())
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("{module}");
        }
    }

    @Test
    void nodeOfJsonAndLargeNumberArePlainTextInThePathOfARequest() {
        String uri =
                "vtiger:request?method=GET&path=RAW(/query?query=select id from Contacts where lastname = '{given}';)";
        call("vtiger:create/Contacts", Map.of("lastname", "12000000000"));
        for (Object value : List.of(12e9, new BigDecimal("1.2e10"), JsonNodeFactory.instance.textNode("12000000000"))) {
            assertThat((List<?>)
                            call(uri, null, Map.of("given", value)).getMessage().getBody())
                    .hasSize(1);
        }
    }

    @Test
    void ordinaryUsersAreKeptFromWrongOwnersToo() {
        String user = "&username=sales1&accessKey=RAW(" + crm.accessKey("sales1") + ")";
        String uri = "vtiger:create/Contacts?onAltered=ignore" + user;
        assertThat(call(uri, Map.of("lastname", "Owned")).getException()).isNull();
        int before = crm.calls().size();
        for (String owner : List.of("12x1", "admin")) {
            assertThat(call(uri, Map.of("lastname", "Lost", "assigned_user_id", owner))
                            .getException())
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("assigned_user_id");
        }
        assertThat(crm.calls().subList(before, crm.calls().size()))
                .noneMatch(call -> call.operation().equals("create"));
        before = crm.calls().size();
        for (int i = 0; i < 3; i++) {
            call(uri, Map.of("lastname", "Asked", "assigned_user_id", "19x5"));
        }
        assertThat(crm.calls().subList(before, crm.calls().size()))
                .filteredOn(call -> call.operation().equals("describe"))
                .hasSizeLessThan(3);
    }

    private Exchange bound(String uri, Object value) {
        return call(uri, null, Map.of("d", value));
    }

    private List<Object> found(String uri, Object value) {
        Exchange exchange = bound(uri, value);
        assertThat(exchange.getException()).isNull();
        Object body = exchange.getMessage().getBody();
        return body instanceof List<?> rows
                ? rows.stream()
                        .map(row -> (Object) ((Map<?, ?>) row).get("lastname"))
                        .toList()
                : List.of(body);
    }

    private static Map<String, Object> task() {
        return new HashMap<>(Map.of(
                "subject", "Call back",
                "date_start", "2026-12-01",
                "time_start", "10:00:00",
                "due_date", "2026-12-01",
                "taskstatus", "Planned",
                "eventstatus", "Planned",
                "time_end", "11:00:00",
                "duration_hours", "1"));
    }

    private int writes() {
        return (int) crm.calls().stream()
                .filter(call -> List.of("create", "update", "revise").contains(call.operation()))
                .count();
    }
}
