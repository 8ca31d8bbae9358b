package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelvtiger.client.AuthenticationException;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.DuplicateRecordException;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.QuerySyntaxException;
import io.github.camelvtiger.client.RecordNotFoundException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of a Vtiger through the component: the same assertions hold for any server. */
@LiveSuite
class ServerContractTest {

    private final LiveCrm crm;
    private final CamelContext context;
    private final ProducerTemplate vtiger;
    private final String mark;

    @TempDir
    Path cursors;

    ServerContractTest(LiveCrm crm) {
        this.crm = crm;
        context = crm.context();
        vtiger = context.createProducerTemplate();
        mark = crm.mark();
    }

    @Test
    void aRecordIsCreatedReadChangedAndDeleted() {
        Map<String, Object> made =
                create("Contacts", Map.of("lastname", "O'Brien \\ <b>&amp; é", "email", "a@example.com"));
        String id = (String) made.get("id");
        assertThat(made).containsEntry("lastname", "O'Brien \\ <b>&amp; é").containsKeys("createdtime", "modifiedtime");
        assertThat((String) made.get("assigned_user_id")).isEqualTo(me().get("id"));

        Map<?, ?> revised =
                vtiger.requestBody("vtiger:revise", Map.of("id", id, "firstname", "A &lt; B &amp; C"), Map.class);
        assertThat(revised.get("firstname")).isEqualTo("A &lt; B &amp; C");
        assertThat(revised.get("email")).isEqualTo("a@example.com");

        Map<?, ?> updated = vtiger.requestBody(
                "vtiger:update",
                Map.of("id", id, "lastname", "New", "email", "", "assigned_user_id", made.get("assigned_user_id")),
                Map.class);
        assertThat(updated.get("lastname")).isEqualTo("New");
        assertThat(updated.get("email")).isEqualTo("");
        assertThat(updated.get("firstname"))
                .as("kept by update, which blanks nothing")
                .isNotEqualTo("");

        Map<?, ?> read = vtiger.requestBody("vtiger:retrieve", id, Map.class);
        assertThat(read.get("lastname")).isEqualTo("New");

        assertThat(vtiger.requestBody("vtiger:delete", id)).isNull();
        assertThat(failureOf("vtiger:retrieve", id)).isInstanceOf(RecordNotFoundException.class);
        assertThat(failureOf("vtiger:delete", id)).isInstanceOf(RecordNotFoundException.class);
        assertThat(failureOf("vtiger:revise", Map.of("id", id, "firstname", "x")))
                .isInstanceOf(RecordNotFoundException.class);
    }

    @Test
    void anIdOfAnotherModuleIsNotFound() {
        String id = (String) create("Contacts", Map.of("lastname", "Other")).get("id");
        String wrong = "11" + id.substring(id.indexOf('x'));
        assertThat(failureOf("vtiger:retrieve", wrong)).isInstanceOf(RecordNotFoundException.class);
        assertThat(failureOf("vtiger:retrieve", "abc"))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("'abc'");
    }

    @Test
    void aRecordWithoutAMandatoryFieldIsRefusedByName() {
        assertThat(failureOf("vtiger:create/Contacts", Map.of("firstname", "No")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("lastname")
                .hasMessageContaining("Contacts");
    }

    @Test
    void aReferenceThatIsNoIdIsRefused() {
        String id = (String) create("Contacts", Map.of("lastname", "Reference")).get("id");
        assertThat(failureOf("vtiger:revise", Map.of("id", id, "account_id", "abc")))
                .isInstanceOf(InvalidRecordException.class);
        assertThat(failureOf("vtiger:create/Contacts", Map.of("lastname", "x", "account_id", "abc")))
                .isInstanceOf(InvalidRecordException.class);
        assertThat(failureOf("vtiger:create/Contacts", Map.of("lastname", "x", "account_id", id)))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("account_id");
    }

    @Test
    void anUnknownModuleIsRefusedWithTheNearestName() {
        assertThat(failureOf("vtiger:create/contacts", Map.of("lastname", "x")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("Contacts");
        assertThat(failureOf("vtiger:describe/Sales Orders", null))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("SalesOrder");
    }

    @Test
    void aTakenUniqueNameIsADuplicate() {
        create("Accounts", Map.of("accountname", mark + " Ltd"));
        assertThat(failureOf("vtiger:create/Accounts", Map.of("accountname", mark.toUpperCase() + " LTD")))
                .isInstanceOf(DuplicateRecordException.class);
    }

    @Test
    void aBatchTellsOfEachRecord() {
        BatchResult result = vtiger.requestBody(
                "vtiger:create/Leads",
                List.of(Map.of("lastname", mark + " 1"), Map.of("firstname", "no"), Map.of("lastname", mark + " 3")),
                BatchResult.class);
        result.forEach(item -> {
            if (item.id() != null) {
                crm.delete(item.id());
            }
        });
        assertThat(result.items())
                .extracting(BatchItem::outcome)
                .containsExactly(BatchItem.Outcome.CREATED, BatchItem.Outcome.FAILED, BatchItem.Outcome.CREATED);
        assertThat(result.items().get(1).error()).hasMessageContaining("lastname");
    }

    @Test
    void queriesReadAllPagesAndKeepOrderAndLimit() throws Exception {
        String city = mark + "city";
        List<Map<String, Object>> records = IntStream.range(0, 130)
                .<Map<String, Object>>mapToObj(i -> Map.of(
                        "lastname",
                        String.format("N%03d", (i * 37) % 130),
                        "mailingcity",
                        city,
                        "title",
                        i % 2 == 0 ? "even" : "odd"))
                .toList();
        BatchResult made = vtiger.requestBody("vtiger:create/Contacts", records, BatchResult.class);
        made.forEach(item -> crm.delete(item.id()));

        List<Map<String, Object>> all = query("SELECT * FROM Contacts WHERE mailingcity = :city", Map.of("city", city));
        assertThat(all).hasSize(130).extracting(row -> row.get("id")).doesNotHaveDuplicates();

        assertThat(query(
                        "select lastname from Contacts where mailingcity = :city order by lastname limit 120",
                        Map.of("city", city)))
                .extracting(row -> row.get("lastname"))
                .containsExactlyElementsOf(IntStream.range(0, 120)
                        .mapToObj(i -> String.format("N%03d", i))
                        .toList());
        assertThat(query(
                        "select lastname from Contacts where mailingcity = :city order by lastname desc limit 5, 110;",
                        Map.of("city", city)))
                .extracting(row -> row.get("lastname"))
                .containsExactlyElementsOf(IntStream.range(0, 110)
                        .mapToObj(i -> String.format("N%03d", 124 - i))
                        .toList());
        assertThat(query(
                        "select id from Contacts where mailingcity = :city and title = 'odd' or mailingcity = :city and title = 'even'",
                        Map.of("city", city)))
                .hasSize(130);
        assertThat(query(
                        "select id from Contacts where mailingcity = :city and lastname in (:names)",
                        Map.of("city", city, "names", List.of("N001", "N002", "O'Neil"))))
                .hasSize(2);
        assertThat(vtiger.requestBodyAndHeader(
                        "vtiger:count?query=RAW(select * from Contacts where mailingcity = :city)", null, "city", city))
                .isEqualTo(130L);

        List<Map<?, ?>> exported =
                exportInARoute("vtiger:export/Contacts?columns=lastname,title&where=RAW(mailingcity = '" + city
                        + "' and title = 'odd' or mailingcity = '" + city + "' and title = 'even')");
        assertThat(exported).hasSize(130).allSatisfy(row -> assertThat(row).hasSize(3));
    }

    /** An export ends with its exchange, so it is read where it is made: in a route. */
    private List<Map<?, ?>> exportInARoute(String uri) throws Exception {
        List<Map<?, ?>> rows = new CopyOnWriteArrayList<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:export")
                        .to(uri)
                        .split(body())
                        .streaming()
                        .process(exchange -> rows.add(exchange.getMessage().getBody(Map.class)));
            }
        });
        vtiger.sendBody("direct:export", null);
        return rows;
    }

    @Test
    void textIsBoundSafelyWhateverItSays() {
        String name = mark + " O'Hara \\' \"; -- %_ é";
        create("Contacts", Map.of("lastname", name));
        assertThat(query("select lastname from Contacts where lastname = :n", Map.of("n", name)))
                .extracting(row -> row.get("lastname"))
                .containsExactly(name);
    }

    @Test
    void whatTheGrammarLacksIsSaidBeforeItIsSent() {
        for (String vtql : List.of(
                "select * from Contacts where lastname = ''",
                "select * from Contacts where (lastname = 'a')",
                "select * from Contacts where lastname <> 'a'",
                "select * from Contacts where lastname is null",
                "delete from Contacts")) {
            assertThat(failureOf("vtiger:query", vtql)).as(vtql).isInstanceOf(QuerySyntaxException.class);
        }
        assertThat(failureOf("vtiger:query", "select lastnam from Contacts"))
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining("lastname");
        assertThat(failureOf("vtiger:query", "select id from Contacts order by lastnam"))
                .as("the server itself answers that with nothing")
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining("lastname");
        assertThat(failureOf("vtiger:query", "select id from Contacts where lastnam = 'x'"))
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining("lastname");
    }

    @Test
    void metadataAndTheOwnUserAreThere() {
        assertThat(vtiger.requestBody("vtiger:listTypes", null, List.class))
                .contains("Contacts", "HelpDesk", "LineItem");
        Map<?, ?> description = vtiger.requestBody("vtiger:describe/Contacts", null, Map.class);
        assertThat(description.get("idPrefix")).isEqualTo("12");
        assertThat((String) me().get("id")).startsWith("19x");
        assertThat(vtiger.requestBody(
                        "vtiger:request?path=/listtypes&method=GET", Map.of("fieldTypeList", List.of("email"))))
                .isInstanceOf(Map.class);
    }

    @Test
    void aWrongAccessKeyIsSaidWithoutTellingIt() {
        VtigerConfiguration right =
                context.getComponent("vtiger", VtigerComponent.class).getConfiguration();
        Throwable failure = failureOf(
                "vtiger:me?url=RAW(" + right.getUrl() + ")&username=" + right.getUsername()
                        + "&accessKey=NotTheKey12345",
                null);
        assertThat(failure)
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("accessKey")
                .hasMessageNotContaining("NotTheKey12345");
    }

    @Test
    void theFeedDeliversWhatIsCreatedAndChanged() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("vtiger:changes/Leads?delay=500&initialDelay=0&where=RAW(city = '" + mark + "')&startFrom=" + start
                                + "&cursorDirectory=" + cursors)
                        .routeId("feed")
                        .process(exchange -> seen.add(exchange.getMessage().getHeader("CamelVtigerEvent") + " "
                                + exchange.getMessage().getHeader("CamelVtigerRecordId") + " "
                                + exchange.getMessage().getBody(Map.class).get("firstname")));
            }
        });
        String id = (String) create("Leads", Map.of("lastname", "Feed", "firstname", "one", "city", mark))
                .get("id");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> seen.contains("created " + id + " one"));
        vtiger.requestBody("vtiger:revise", Map.of("id", id, "firstname", "two"));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> seen.contains("updated " + id + " two"));
        context.getRouteController().stopRoute("feed");
        assertThat(seen).containsExactly("created " + id + " one", "updated " + id + " two");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theFeedDeliversOrdersWithTheItemsThatRetrieveShows() throws Exception {
        String account = (String)
                create("Accounts", Map.of("accountname", mark + " buyer")).get("id");
        String product = (String)
                create("Products", Map.of("productname", mark + " bolt")).get("id");
        List<Map<?, ?>> seen = new CopyOnWriteArrayList<>();
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("vtiger:changes/Quotes?delay=500&initialDelay=0&lineItems=true&where=RAW(subject = '" + mark
                                + "')&startFrom=" + start + "&cursorDirectory=" + cursors)
                        .routeId("orders")
                        .process(exchange -> seen.add(exchange.getMessage().getBody(Map.class)));
            }
        });
        Map<String, Object> quote = Map.ofEntries(
                Map.entry("subject", mark),
                Map.entry("account_id", account),
                Map.entry("bill_street", "b"),
                Map.entry("ship_street", "s"),
                Map.entry("quotestage", "Created"),
                Map.entry("hdnTaxType", "group"),
                Map.entry("currency_id", "21x1"),
                Map.entry("conversion_rate", "1"),
                Map.entry("productid", product),
                Map.entry("LineItems", List.of(item(product, "2", "a <b> &amp;"), item(product, "3", ""))));
        String id = (String) create("Quotes", quote).get("id");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> seen.stream()
                .anyMatch(record -> items(record).size() == 2));
        context.getRouteController().stopRoute("orders");

        List<Map<?, ?>> retrieved = items(vtiger.requestBody("vtiger:retrieve", id, Map.class));
        List<Map<?, ?>> delivered = items(seen.get(seen.size() - 1));
        for (int place = 0; place < 2; place++) {
            Map<String, Object> expected = new HashMap<>((Map<String, Object>) retrieved.get(place));
            expected.keySet().removeAll(List.of("product_name", "entity_type", "deleted"));
            expected.put("parent_id", id);
            assertThat((Map<String, Object>) delivered.get(place)).isEqualTo(expected);
        }
    }

    private static Map<String, String> item(String product, String quantity, String comment) {
        return Map.of("productid", product, "quantity", quantity, "listprice", "10", "comment", comment);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> items(Map<?, ?> record) {
        return (List<Map<?, ?>>) record.get("LineItems");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> create(String module, Map<String, ?> record) {
        return (Map<String, Object>) crm.created(module, record);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> query(String vtql, Map<String, Object> values) {
        return vtiger.requestBodyAndHeaders("vtiger:query", vtql, values, List.class);
    }

    private Map<?, ?> me() {
        return vtiger.requestBody("vtiger:me", null, Map.class);
    }

    private Throwable failureOf(String uri, Object body) {
        return catchThrowable(() -> vtiger.requestBody(uri, body)).getCause();
    }
}
