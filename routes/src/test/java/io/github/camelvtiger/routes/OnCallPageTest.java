package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of the person on call: who gets in, what it shows, and what its buttons do. */
class OnCallPageTest extends SyncApplicationTestSupport {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private static final String LEADS =
            "from: { file: '%s/in' }\nto: { crm: Leads, match: [email] }\nmap: { lastname: Name, email: Mail }\n";

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private int port;
    private Path inbox;

    @BeforeEach
    void choosePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        inbox = Files.createDirectories(directory.resolve("in"));
    }

    @Override
    Map<String, String> settings() {
        Map<String, String> settings = super.settings();
        settings.put("camel.management.enabled", "true");
        settings.put("camel.management.port", Integer.toString(port));
        return settings;
    }

    @Test
    void onlyWhoHasTheTokenGetsIn() throws Exception {
        sync("leads", LEADS);
        try (RunningApplication application = application()) {
            assertThat(get("/").headers().firstValue("Location")).hasValue("/sign-in");
            assertThat(get("/runs/leads-1").statusCode()).isEqualTo(303);
            assertThat(post("/sign-in", Map.of("token", "guessed")).statusCode())
                    .isEqualTo(403);
            assertThat(get("/").statusCode()).isEqualTo(303);

            Path token = directory.resolve("management-token");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
                    .isEqualTo("rw-------");
            signIn();

            HttpResponse<String> overview = get("/");
            assertThat(overview.statusCode()).isEqualTo(200);
            assertThat(overview.body()).contains("leads").contains("file " + inbox + " → crm Leads");
            assertThat(overview.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
            assertThat(overview.body())
                    .doesNotContain(crm.accessKey(), Files.readString(token).strip());

            post("/sign-out", Map.of("token", formToken("/")));
            assertThat(get("/").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void aFormOfAnotherSiteDoesNothing() throws Exception {
        sync("leads", LEADS);
        try (RunningApplication application = application()) {
            signIn();

            HttpResponse<String> answer = post("/do", Map.of("do", "doctor", "token", "of another site"));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(get("/done").body()).contains("Nothing yet.");
            assertThat(post("/do", Map.of("do", "shutdown", "token", formToken("/")))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void rejectsAreShownAndTriedAgain() throws Exception {
        sync(
                "people",
                """
                from: { file: '%s/in' }
                to: { crm: Contacts }
                map: { lastname: Name, account_id: { from: Firma, reference: accountname } }
                """);
        Files.writeString(inbox.resolve("a.csv"), "Name,Firma\n<script>alert(1)</script>,Acme\n");
        try (RunningApplication application = application()) {
            signIn();
            String shown = awaitBody(() -> get("/syncs/people").body(), "Try all of them again");
            assertThat(shown).contains("1 waits", "Acme", "&lt;script&gt;").doesNotContain("<script>");

            crm.crm().create("Accounts", Map.of("accountname", "Acme"));
            assertThat(act(Map.of("do", "retry", "sync", "people"), "/syncs/people"))
                    .contains("1 created");

            assertThat(get("/syncs/people").body()).contains("No rejects.");
            assertThat(crm.crm().count("Contacts")).isEqualTo(1);
        }
    }

    @Test
    void aRunThatExceedsItsLimitsIsLookedAtAndWritten() throws Exception {
        sync("leads", LEADS + "limits: { changes: 1 }\n");
        Files.writeString(inbox.resolve("a.csv"), "Name,Mail\nAnna,a@x.org\nBo,b@x.org\n");
        try (RunningApplication application = application()) {
            signIn();
            String overview = awaitBody(() -> get("/").body(), "stopped by its limits");
            assertThat(overview).contains("needs a person");
            String run = "/runs/" + lastRun("leads");
            String plan = get(run).body();
            assertThat(plan).contains("What it would have written", "Anna", "a@x.org", "Write anyway");
            assertThat(crm.crm().count("Leads")).isZero();
            // Another file that was stopped, whose name ends like that of the first.
            Files.writeString(inbox.resolve("failed/99991231-235959-new-a.csv"), "Name,Mail\nEve,e@x.org\n");

            String done = act(Map.of("do", "write", "run", lastRun("leads")), run);

            assertThat(done).contains("2 created");
            assertThat(crm.crm().count("Leads")).isEqualTo(2);
        }
    }

    @Test
    void aRunIsTakenBackAfterALookAtWhatThatMeansAndTheAuditKnows() throws Exception {
        sync("leads", LEADS);
        Files.writeString(inbox.resolve("a.csv"), "Name,Mail\nAnna,a@x.org\n");
        try (RunningApplication application = application()) {
            signIn();
            awaitBody(() -> get("/syncs/leads").body(), "1 created");
            String run = lastRun("leads");
            String record = crm.crm().records("Leads").get(0).get("id");
            assertThat(get("/trace?record=" + record).body()).contains(run).contains("<ins>Anna</ins>");

            String plan = act(Map.of("do", "undo-plan", "run", run), "/runs/" + run);
            assertThat(plan).contains("Nothing was written.", ">Undo<");
            assertThat(crm.crm().count("Leads")).isEqualTo(1);

            act(Map.of("do", "undo", "run", run), "/runs/" + run);
            assertThat(crm.crm().count("Leads")).isZero();
            assertThat(awaitBody(() -> get("/done").body(), "sync undo " + run + "<"))
                    .contains("sync undo " + run + " --dry-run", "a person with the token at 127.0.0.1");
        }
    }

    @Test
    void whatACommandLineChangesIsAmongWhatWasDone() throws Exception {
        sync("leads", LEADS);
        Files.writeString(inbox.resolve("a.csv"), "Name,Mail\nAnna,anna@example.com\n");
        try (RunningApplication application = application()) {
            signIn();
            awaitBody(() -> get("/syncs/leads").body(), "1 created");
            String run = lastRun("leads");

            command(0, "undo", run, "--dry-run");
            command(0, "status");
            command(0, "undo", run);
            command(2, "undo", "none-such");
            command(0, "forget", "anna@example.com");

            assertThat(get("/done").body())
                    .contains("<td>" + System.getProperty("user.name") + "</td><td>command line</td>")
                    .contains("<td>sync undo " + run + "</td>", "1 created ones deleted")
                    .contains("<td>sync undo none-such</td><td>There is no run")
                    .contains("<td>sync forget</td>")
                    .doesNotContain("--dry-run", "<td>sync status", "anna@example.com", "under way");
        }
    }

    @Test
    void theConnectionIsExamined() throws Exception {
        sync("leads", LEADS);
        try (RunningApplication application = application()) {
            signIn();

            assertThat(act(Map.of("do", "doctor"), "/")).contains("Vtiger 8.", "an administrator");
        }
    }

    private void signIn() throws Exception {
        HttpResponse<String> answer =
                post("/sign-in", Map.of("token", Files.readString(directory.resolve("management-token"))));
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    /** Presses a button, and waits for what came of it. */
    private String act(Map<String, String> fields, String page) throws Exception {
        Map<String, String> form = new HashMap<>(fields);
        form.put("token", formToken(page));
        String action = post("/do", form).headers().firstValue("Location").orElseThrow();
        return awaitBody(() -> get(action).body(), "<pre>");
    }

    private static String awaitBody(Callable<String> page, String part) {
        return await().atMost(Duration.ofSeconds(40)).until(page, body -> body.contains(part));
    }

    private String formToken(String page) throws IOException, InterruptedException {
        Matcher token = FORM_TOKEN.matcher(get(page).body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .flatMap(field ->
                        Stream.of(field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
