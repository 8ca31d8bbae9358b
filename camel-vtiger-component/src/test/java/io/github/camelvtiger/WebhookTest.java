package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Service;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The consumer {@code vtiger:webhook} behind camel-platform-http with its engine for Vert.x. Both are there with the Camel of the
 * parent POM only, so nothing of them is named here but by text.
 */
class WebhookTest {

    private static final String SERVER = "org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer";
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Exchange> received = new CopyOnWriteArrayList<>();
    private SimulatorServer crm;
    private DefaultCamelContext context;
    private int port;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(isPresent(), "camel-platform-http-vertx is on the class path");
        crm = SimulatorServer.builder().seed("empty").start();
        context = new DefaultCamelContext();
        port = freePort();
        Class<?> configuration = Class.forName(SERVER + "Configuration");
        Object settings = configuration.getConstructor().newInstance();
        configuration.getMethod("setBindPort", int.class).invoke(settings, port);
        configuration.getMethod("setBindHost", String.class).invoke(settings, "127.0.0.1");
        context.addService(
                (Service) Class.forName(SERVER).getConstructor(configuration).newInstance(settings));
    }

    @AfterEach
    void stop() throws Exception {
        if (context != null) {
            context.close();
            crm.close();
        }
    }

    private static boolean isPresent() {
        try {
            Class.forName(SERVER);
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void jsonAndFormsBecomeTheExchangeOfAChange() throws Exception {
        listen("/Contacts", "", received::add);
        String id = contact("Anna");

        HttpResponse<String> answer =
                post(JSON, "{\"id\": \"" + id + "\", \"lastname\": \"Anna\", \"event\": \"updated\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(post(FORM, "record=" + id.substring(3) + "&lastname=M%C3%BCller+A")
                        .statusCode())
                .isEqualTo(200);
        assertThat(received).hasSize(2).allSatisfy(exchange -> assertThat(
                        exchange.getIn().getHeaders())
                .containsEntry(VtigerConstants.RECORD_ID, id)
                .containsEntry(VtigerConstants.MODULE, "Contacts")
                .doesNotContainKey(Exchange.HTTP_METHOD));
        assertThat(received.get(0).getIn().getHeaders()).containsEntry(VtigerConstants.EVENT, "updated");
        assertThat(received.get(1).getIn().getBody(Map.class))
                .containsEntry("lastname", "Müller A")
                .containsEntry("id", id);
    }

    @Test
    void theModuleComesFromTheMessageOrItsId() throws Exception {
        listen("", "", received::add);
        String id = contact("Anna");

        post(JSON, "{\"record\": \"" + id.substring(3) + "\", \"module\": \"Contacts\"}");
        post(JSON, "{\"id\": \"" + id + "\"}");
        assertThat(received).hasSize(2).allSatisfy(exchange -> assertThat(
                        exchange.getIn().getHeaders())
                .containsEntry(VtigerConstants.RECORD_ID, id)
                .containsEntry(VtigerConstants.MODULE, "Contacts"));
    }

    @Test
    void aRecordThatIsReadIsTypedIfThatIsWanted() throws Exception {
        listen("/Contacts", "&fetchRecord=true&typedValues=true", received::add);
        String id = contact("Anna");

        assertThat(post(JSON, "{\"id\": \"" + id + "\"}").statusCode()).isEqualTo(200);
        assertThat(received.get(0).getIn().getBody(Map.class))
                .containsEntry("id", RecordId.parse(id))
                .containsEntry("birthday", null);
        assertThat(received.get(0).getIn().getHeader(VtigerConstants.MODIFIED_TIME))
                .isInstanceOf(Instant.class);
    }

    @Test
    void whatACallBringsIsNotTyped() {
        assertThatThrownBy(() -> listen("/Contacts", "&typedValues=true", received::add))
                .hasStackTraceContaining("typedValues")
                .hasStackTraceContaining("fetchRecord=true");
    }

    @Test
    void theWholeRecordIsReadIfThatIsWanted() throws Exception {
        listen("/Contacts", "&fetchRecord=true", received::add);
        String id = contact("Anna");
        String gone = contact("Berta");
        crm.crm().delete(gone);

        assertThat(post(JSON, "{\"id\": \"" + id + "\"}").statusCode()).isEqualTo(200);
        assertThat(post(JSON, "{\"id\": \"" + gone + "\"}").statusCode()).isEqualTo(200);
        assertThat(received.get(0).getIn().getBody(Map.class))
                .containsEntry("lastname", "Anna")
                .containsKey("modifiedtime");
        assertThat(received.get(0).getIn().getHeaders())
                .containsEntry(VtigerConstants.EVENT, "created")
                .containsKey(VtigerConstants.MODIFIED_TIME);
        assertThat(received.get(1).getIn().getHeaders()).containsEntry(VtigerConstants.EVENT, "deleted");
        assertThat(received.get(1).getIn().getBody(Map.class)).isEqualTo(Map.of("id", gone));
    }

    @Test
    void withoutTheSecretNobodyIsHeard() throws Exception {
        listen("/Contacts", "&secretHeader=X-Crm-Secret&secret=RAW(s3+cret)", received::add);
        String body = "{\"id\": \"" + contact("Anna") + "\"}";

        assertThat(post(JSON, body).statusCode()).isEqualTo(401);
        assertThat(post(JSON, body, "X-Crm-Secret", "s3 cret").statusCode()).isEqualTo(401);
        assertThat(received).isEmpty();
        assertThat(post(JSON, body, "X-Crm-Secret", "s3+cret").statusCode()).isEqualTo(200);
        assertThat(received).hasSize(1);
        assertThat(context.getEndpoints())
                .noneMatch(endpoint -> endpoint.toString().contains("s3"));
    }

    /** On an endpoint Camel itself would print it. */
    @Test
    void theSecretOfTheComponentIsInNoLogLine() throws Exception {
        VtigerComponent component = context.getComponent("vtiger", VtigerComponent.class);
        component.getConfiguration().setSecretHeader("X-Crm-Secret");
        component.getConfiguration().setSecret("s3+cret");
        try (LogLines log = LogLines.ofAll()) {
            listen("/Contacts", "", received::add);
            String body = "{\"id\": \"" + contact("Anna") + "\"}";

            assertThat(post(JSON, body, "X-Crm-Secret", "s3 cret").statusCode()).isEqualTo(401);
            assertThat(post(JSON, body, "X-Crm-Secret", "s3+cret").statusCode()).isEqualTo(200);
            assertThat(post(JSON, "{", "X-Crm-Secret", "s3+cret").statusCode()).isEqualTo(400);
            assertThat(log.wholeLines()).isNotEmpty();
            assertThat(log.undocumented(line -> line.contains("s3+cret") || line.contains("s3%2Bcret")))
                    .isEmpty();
        }
    }

    @Test
    void whatCannotBeTakenIsRefusedWithoutReachingTheRoute() throws Exception {
        listen("/Contacts", "", received::add);
        String lead = crm.crm().create("Leads", Map.of("lastname", "L"));

        assertThat(post(JSON, "[1]").statusCode()).isEqualTo(400);
        assertThat(post(JSON, "{").statusCode()).isEqualTo(400);
        assertThat(post(JSON, "").statusCode()).isEqualTo(400);
        assertThat(post(JSON, "null").statusCode()).isEqualTo(400);
        assertThat(post(JSON, "{\"name\": \"x\"}").statusCode()).isEqualTo(400);
        assertThat(post(JSON, "{\"id\": \"12x05\"}").statusCode()).isEqualTo(400);
        assertThat(post(JSON, "{\"id\": \"" + lead + "\"}").statusCode()).isEqualTo(400);
        assertThat(post(JSON, "{\"id\": \"12x5\", \"module\": \"Leads\"}").statusCode())
                .isEqualTo(400);
        assertThat(post(FORM, "id=%zz").statusCode()).isEqualTo(400);
        assertThat(post(JSON, "{\"id\": \"12x5\", \"text\": \"" + "x".repeat(1_100_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(received).isEmpty();
    }

    @Test
    void theAnswerWaitsForTheRouteAndSaysWhetherItFailed() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("/Contacts", "")).to("seda:work");
                from("seda:work").process(exchange -> {
                    gate.await();
                    received.add(exchange);
                    if ("Berta".equals(exchange.getIn().getBody(Map.class).get("lastname"))) {
                        throw new IllegalStateException("s3cret");
                    }
                });
            }
        });
        context.start();
        String id = contact("Anna");

        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request(JSON, "{\"id\": \"" + id + "\"}"), HttpResponse.BodyHandlers.ofString());
        assertThat(answer).isNotDone();
        gate.countDown();
        await().until(answer::isDone);
        assertThat(answer.get().statusCode()).isEqualTo(200);
        assertThat(received).hasSize(1);
        HttpResponse<String> failed = post(JSON, "{\"id\": \"" + id + "\", \"lastname\": \"Berta\"}");
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body()).doesNotContain("s3cret");
    }

    @Test
    void aWebhookIsAHintForAFeed() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("/Contacts", "")).to("direct:hints");
                from("vtiger:changes/Contacts?delay=3600000&initialDelay=0&hints=direct:hints&cursorDirectory=RAW("
                                + System.getProperty("java.io.tmpdir") + "/webhook-" + port + ")" + connection())
                        .process(received::add);
            }
        });
        context.start();
        await().until(() ->
                crm.calls().stream().anyMatch(call -> call.operation().equals("query")));
        String id = contact("Anna");

        assertThat(post(JSON, "{\"id\": \"" + id + "\"}").statusCode()).isEqualTo(200);
        await().until(() -> received.size() == 1);
    }

    @Test
    void withoutAPathOrHalfASecretItDoesNotStart() throws Exception {
        for (String options : List.of("", "&path=/crm&secret=x", "&path=/crm&secretHeader=X")) {
            try (DefaultCamelContext other = new DefaultCamelContext()) {
                other.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("vtiger:webhook?bridgeErrorHandler=false" + options + connection())
                                .to("mock:none");
                    }
                });
                assertThatThrownBy(other::start)
                        .hasStackTraceContaining(options.isEmpty() ? "set the option path" : "only one is set");
            }
        }
    }

    private void listen(String module, String options, Processor processor) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri(module, options)).process(processor);
            }
        });
        context.start();
    }

    private String uri(String module, String options) {
        return "vtiger:webhook" + module + "?path=/crm" + options + connection();
    }

    private String connection() {
        return "&url=" + crm.url() + "&username=admin&accessKey=RAW(" + crm.accessKey() + ")";
    }

    private String contact(String lastname) {
        return crm.crm().create("Contacts", Map.of("lastname", lastname));
    }

    private HttpResponse<String> post(String type, String body, String... headers) throws Exception {
        return client.send(request(type, body, headers), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String type, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/crm"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }
}
