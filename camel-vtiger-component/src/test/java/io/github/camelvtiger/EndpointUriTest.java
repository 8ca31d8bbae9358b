package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.service.ServiceHelper;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUriTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final VtigerComponent component = new VtigerComponent();

    @BeforeEach
    void start() {
        component.getConfiguration().setUrl("http://crm.example");
        component.getConfiguration().setUsername("admin");
        component.getConfiguration().setAccessKey("k3y+of&admin%41");
        context.addComponent("vtiger", component);
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "vtiger:create/Leads, CREATE, Leads",
        "vtiger://create/Leads, CREATE, Leads",
        "vtiger:listTypes, LIST_TYPES,",
        "vtiger:list-types, LIST_TYPES,",
        "vtiger:me, ME,",
        "vtiger:create/, CREATE,",
        "vtiger:create/%20, CREATE,",
        "vtiger:create?module=Leads, CREATE, Leads",
        "vtiger:create?module=, CREATE,",
        "vtiger:?operation=create&module=Leads, CREATE, Leads",
    })
    void pathIsOperationAndModule(String uri, VtigerOperation operation, String module) {
        VtigerEndpoint endpoint = endpoint(uri);
        assertThat(endpoint.getOperation()).isEqualTo(operation);
        assertThat(endpoint.getModule()).isEqualTo(module);
    }

    @ParameterizedTest
    @CsvSource({"vtiger:creat/Leads, creat, create", "vtiger:listtype, listtype, listTypes", "vtiger:qery, qery, query"
    })
    void unknownOperationIsRefusedWithTheNearestOne(String uri, String written, String nearest) {
        assertRefused(uri)
                .hasMessageContaining("no operation '" + written + "'")
                .hasMessageContaining("'" + nearest + "'");
    }

    @Test
    void missingOperationIsRefused() {
        assertRefused("vtiger:?module=Leads")
                .hasMessageContaining("does not name an operation")
                .hasMessageContaining("retrieve");
    }

    @Test
    void valueInPathAndQueryIsRefused() {
        assertRefused("vtiger:create/Leads?module=Contacts")
                .hasMessageContaining("module is given twice, as 'Leads' in the path and as 'Contacts'");
        assertRefused("vtiger:create/Leads?operation=revise").hasMessageContaining("operation is given twice");
    }

    @Test
    void consumerOperationIsNoTarget() {
        VtigerEndpoint endpoint = endpoint("vtiger:changes/Leads");
        assertThatThrownBy(endpoint::createProducer)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("changes")
                .hasMessageContaining("'from'")
                .hasMessageContaining("did you mean vtiger:query/Leads or vtiger:export/Leads");
    }

    @ParameterizedTest
    @CsvSource({
        "create/Leads, changes/Leads",
        "upsert/Leads, changes/Leads",
        "delete, changes",
        "retrieve/Leads, query/Leads",
        "export/Leads, query/Leads",
        "describe/Leads, query/Leads"
    })
    void sourceThatWasProbablyMeantIsNamed(String path, String meant) {
        VtigerEndpoint endpoint = endpoint("vtiger:" + path);
        assertThatThrownBy(() -> endpoint.createConsumer(exchange -> {}))
                .hasMessageContaining("'from'")
                .hasMessageContaining("did you mean vtiger:" + meant + "?");
    }

    @ParameterizedTest
    @CsvSource({
        "create/Leads?onAltered=shout, onAltered=shout, 'warn, fail, ignore'",
        "create/Leads?on-altered=shout, onAltered=shout, 'warn, fail, ignore'",
        "upsert/Leads?onMultiple=some, onMultiple=some, 'fail, first, all'",
        "create/Leads?ambiguousWrites=maybe, ambiguousWrites=maybe, 'fail, verify'",
        "retrieve?notFoundBehaviour=empty, notFoundBehaviour=empty, 'exception, null'",
        "revise?lineItemUpdate=add, lineItemUpdate=add, 'merge, replace'",
        "changes/Leads?onFailure=ignore, onFailure=ignore, 'stop, skip, park'",
        "me?protocol=soap, protocol=soap, 'auto, webservice'"
    })
    void badValueOfAnOptionIsNamedWithTheGoodOnes(String path, String given, String allowed) {
        assertRefused("vtiger:" + path).hasMessageContaining(given).hasMessageContaining(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "STOP", "Stop"})
    void valuesOfOptionsAreReadInAnyCase(String value) {
        assertThat(endpoint("vtiger:changes/Leads?onFailure=" + value)
                        .getConfiguration()
                        .getOnFailure())
                .isEqualTo(OnFailure.STOP);
    }

    @ParameterizedTest
    @CsvSource({
        "changes/Leads?delay=often",
        "changes/Leads?delay=5 Minuten",
        "changes/Leads?delay=-5",
        "create/Leads?maxRetryAfter=-1",
        "changes/Leads?delay=1.5s",
        "changes/Leads?delay=",
        "changes/Leads?initialDelay=later",
        "changes/Leads?deletedCheckPeriod=hourly",
        "changes/Leads?sweepPeriod=PT-1H",
        "create/Leads?verifyDelay=5m30",
        "me?responseTimeout=soon",
        "me?connect-timeout=soon"
    })
    void whatIsNotADurationIsRefused(String path) {
        assertRefused("vtiger:" + path).hasMessageContaining("is not a duration");
    }

    @ParameterizedTest
    @CsvSource({"PT1M, 60000", "1m30s, 90000", "1d, 86400000", "250ms, 250", "P1DT1H, 90000000", "0, 0"})
    void durationsAreReadInAllForms(String text, long milliseconds) {
        assertThat(endpoint("vtiger:changes/Leads?sweepPeriod=" + text)
                        .getConfiguration()
                        .getSweepPeriod())
                .isEqualTo(milliseconds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "request | needs the option path",
                "request?path=RAW(/list types) | path=/list types",
                "request?path=/ | does not name an operation",
                "request?path=/me&method=TRACE | method=TRACE",
                "request?path=/files/../me | does not name an operation",
                "create/Leads?rawPayload=true&ambiguousWrites=verify | cannot be proven",
                "run?action=make-record | The option action names 'make-record'",
                "query?query=RAW(select from) | The option query cannot be used",
                "query?query=RAW(delete from Leads) | The option query cannot be used",
                "count?query=RAW(select * from Leads where a = '') | The option query cannot be used",
                "query?query=RAW(select * from Leads where a is null) | IS NULL",
                "export/Leads?where=RAW(where a = 1) | The option where cannot be used",
                "export/Leads?where=RAW(a between :from and :to) | BETWEEN"
            })
    void whatCannotWorkIsRefusedAtStart(String path, String sentence) {
        assertThatThrownBy(() ->
                        context.getEndpoint("vtiger:" + path).createProducer().start())
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "request?path=/describe?elementType={module}&method=get",
                "request?path=RAW(/{operation})",
                "run?action=create-record",
                "query?query=RAW(select * from Leads where city in (:cities) and id > :id limit 5)",
                "query?query=RAW(select * from Leads;)",
                "count/Leads?where=RAW(city = :city or lastname like :name)"
            })
    void whatWorksStarts(String path) throws Exception {
        try (Producer producer = context.getEndpoint("vtiger:" + path).createProducer()) {
            producer.start();
            assertThat(((VtigerProducer) producer).isStarted()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query?query=RAW(select * from) | The option query cannot be used",
                "changes/Leads?where=RAW(city = :city) | a consumer has no headers",
                "changes/Leads?where=RAW(city) | The option where cannot be used",
                "query/Leads?where=RAW(city = :city) | a consumer has no headers",
                "query?query=RAW(select * from Leads where city = :city) | the parameter :city"
            })
    void consumersAreCheckedAtStart(String path, String sentence) throws Exception {
        Consumer consumer = endpoint("vtiger:" + path).createConsumer(exchange -> {});
        assertThatThrownBy(consumer::init).hasStackTraceContaining(sentence);
    }

    @Test
    void operationWithoutARawFormIsRefusedAtStart() {
        assertThatThrownBy(() -> context.getEndpoint("vtiger:count/Contacts?rawPayload=true")
                        .createProducer()
                        .start())
                .hasMessageContaining("count has no raw form")
                .hasMessageContaining("rawPayload");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vtiger:upsert/Contacts", "vtiger:upsert/Contacts?matchFields=RAW( , )"})
    void upsertWithoutMatchFieldsIsRefusedAtStart(String uri) {
        assertThatThrownBy(() -> context.getEndpoint(uri).createProducer().start())
                .hasMessageContaining("upsert needs the option matchFields");
    }

    @ParameterizedTest
    @CsvSource({"maxAnswerSize=0, 1024", "maxAnswerSize=5000000000, 2147483647"})
    void sizesThatCannotBeAreRefusedAtStart(String option, String cure) {
        assertRefused("vtiger:create/Leads?" + option)
                .hasMessageContaining("The option " + option.replace("=", " is "))
                .hasMessageContaining(cure);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void moreAtOnceThanSessionsIsRefusedAtStart(int parallelism) {
        assertRefused("vtiger:create/Leads?parallelism=" + parallelism)
                .hasMessageContaining("parallelism=" + parallelism)
                .hasMessageContaining("maxSessions, which is 4");
        assertThat(endpoint("vtiger:create/Leads?maxSessions=5&parallelism=5")
                        .getConfiguration()
                        .getParallelism())
                .isEqualTo(5);
    }

    @Test
    void producerOperationIsNoSource() {
        VtigerEndpoint endpoint = endpoint("vtiger:create/Leads");
        Processor nothing = exchange -> {};
        assertThatThrownBy(() -> endpoint.createConsumer(nothing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("create")
                .hasMessageContaining("'to'");
    }

    @Test
    void unknownOptionIsNamed() {
        assertRefused("vtiger:create/Leads?colums=lastname")
                .hasMessageContaining("There is no option colums; did you mean columns?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "#eu", "#bean:eu"})
    void connectionIsABeanInThreeSpellings(String value) {
        VtigerConnection eu = connection();
        context.getRegistry().bind("eu", eu);
        String encoded = value.replace("#", "%23");
        assertThat(endpoint("vtiger:create/Leads?connection=" + encoded)
                        .getConfiguration()
                        .getConnection())
                .isSameAs(eu);
    }

    @Test
    void unknownConnectionIsNamed() {
        assertRefused("vtiger:create/Leads?connection=us").hasMessageContaining("connection names 'us'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"url=http://other.example", "access-key=x", "maxSessions=2"})
    void connectionOptionBesideAConnectionIsRefused(String option) {
        context.getRegistry().bind("eu", connection());
        assertRefused("vtiger:create/Leads?connection=eu&" + option)
                .hasMessageContaining(option.substring(0, option.indexOf('=')))
                .hasMessageContaining("together with a connection");
    }

    @Test
    void endpointOptionsDoNotReachTheComponent() {
        endpoint("vtiger:query?url=http://other.example&query=RAW(select * from Leads)");
        assertThat(component.getConfiguration().getUrl()).isEqualTo("http://crm.example");
        assertThat(component.getConfiguration().getQuery()).isNull();
    }

    @Test
    void missingConnectionSettingsAreNamedWithBothCures() {
        component.getConfiguration().setUrl(null);
        component.getConfiguration().setAccessKey("");
        assertRefused("vtiger:me")
                .hasMessageContaining("url, accessKey")
                .hasMessageContaining("camel.component.vtiger.access-key")
                .hasMessageContaining("option connection");
    }

    @Test
    void locationIsTheUrlWithoutCredentials() {
        component.getConfiguration().setUrl("http://user:pass@crm.example");
        VtigerEndpoint endpoint = endpoint("vtiger:me");
        assertThat(endpoint.getServiceUrl()).isEqualTo("http://crm.example");
        assertThat(endpoint.getServiceProtocol()).isEqualTo("http");
        assertThat(endpoint.getServiceMetadata()).containsOnlyKeys("username");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"created,removed | names 'removed', which is not an event", ",created | names ''"})
    void badEventIsNamed(String events, String sentence) {
        assertRefused("vtiger:changes/Leads?events=" + events).hasMessageContaining(sentence);
    }

    @Test
    void eventsAreReadInAnyCase() {
        assertThat(endpoint("vtiger:changes/Leads?events=Updated").events()).containsExactly(VtigerEvent.UPDATED);
    }

    @Test
    void badAllowedOperationIsNamed() {
        assertRefused("vtiger:create/Leads?allowedOperations=revise,delte")
                .hasMessageContaining("The option allowedOperations names 'delte'")
                .hasMessageContaining("'delete'");
        assertRefused("vtiger:create/Leads?allowedOperations=changes")
                .hasMessageContaining("The option allowedOperations names 'changes'");
    }

    @Test
    void durationsAreWrittenAsCamelWritesThem() {
        VtigerEndpoint endpoint = endpoint("vtiger:changes/Leads?delay=30s&verifyDelay=5m&responseTimeout=1500");
        assertThat(endpoint.getDelay()).isEqualTo(30_000);
        assertThat(endpoint.getConfiguration().getVerifyDelay()).isEqualTo(300_000);
        assertThat(endpoint.getConfiguration().getResponseTimeout()).isEqualTo(1_500);
        assertThat(endpoint("vtiger:changes/Contacts").getDelay()).isEqualTo(60_000);
    }

    @Test
    void accessKeyIsInNoText() {
        VtigerEndpoint endpoint = endpoint("vtiger:me?accessKey=RAW(s3cretKey)");
        assertThat(endpoint.getConfiguration().getAccessKey()).isEqualTo("s3cretKey");
        assertThat(endpoint.toString()).doesNotContain("s3cretKey");
        assertThat(endpoint.getConfiguration().toString()).doesNotContain("s3cretKey");
        assertThat(connection().toString()).contains("eu.example").doesNotContain("euKey");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String uri) {
        return assertThatThrownBy(() -> endpoint(uri)).rootCause();
    }

    private VtigerEndpoint endpoint(String uri) {
        VtigerEndpoint endpoint = context.getEndpoint(uri, VtigerEndpoint.class);
        ServiceHelper.startService(endpoint);
        return endpoint;
    }

    private static VtigerConnection connection() {
        VtigerConnection connection = new VtigerConnection();
        connection.setUrl("http://eu.example");
        connection.setUsername("eva");
        connection.setAccessKey("euKey");
        return connection;
    }
}
