package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of the person on call in a Chromium: all that it does is done by the keyboard, and each of its pages is examined by axe-core, which computes contrasts
 * from what is rendered. Its pictures are in {@code target/page}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OnCallPageInBrowserTest {

    private static final Path PICTURES = Path.of("target", "page");
    private static final int STEPS = 40;

    @TempDir
    private static Path directory;

    private static SimulatorServer crm;
    private static RunningApplication application;
    private static Browser browser;
    private static String address;
    private static String axe;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(
                Browser.installed(), "There is no chromium with its chromedriver in PATH; Debian has both.");
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
        crm = SimulatorServer.builder().seed("empty").start();
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        address = "http://127.0.0.1:" + port;
        sync(
                "people",
                "to: { crm: Contacts }\nmap: { lastname: Name, account_id: { from: Firma, reference: accountname } }\n");
        sync(
                "many",
                "to: { crm: Leads, match: [email] }\nmap: { lastname: Name, email: Mail }\nlimits: { changes: 1 }\n");
        sync("leads", "to: { crm: Leads, match: [email] }\nmap: { lastname: Name, email: Mail }\n");
        drop("people", "Name,Firma\nAnna,Acme\n");
        drop("many", "Name,Mail\nCleo,c@x.org\nDan,d@x.org\n");
        drop("leads", "Name,Mail\nBo,b@x.org\n");
        application = RunningApplication.against(
                crm,
                directory,
                Map.of(
                        "camel.management.enabled",
                        "true",
                        "camel.management.port",
                        Integer.toString(port),
                        // By a person only.
                        "syncs.retry-delay",
                        "1h"));
        browser = Browser.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (application != null) {
            application.close();
        }
        if (crm != null) {
            crm.close();
        }
    }

    @BeforeEach
    void signIn() throws Exception {
        browser.open(address + "/sign-in");
        browser.forgetCookies();
        browser.open(address + "/");
        assertThat(browser.url()).endsWith("/sign-in");
        // The field has the focus already.
        browser.type(Files.readString(directory.resolve("management-token")).strip() + Browser.ENTER);
        shows("What was done");
    }

    @Test
    void rejectsAreTriedAgain() throws Exception {
        shows("/syncs/people", "Acme");
        crm.crm().create("Accounts", Map.of("accountname", "Acme"));
        browser.open(address + "/");
        press("people");
        press("Try all of them again");
        shows("1 created");
        assertThat(crm.crm().count("Contacts")).isEqualTo(1);
    }

    @Test
    void whatLimitsStoppedIsApproved() throws Exception {
        shows("/", "stopped by its limits");
        press("many");
        press(run());
        shows("What it would have written");
        press("Write anyway");
        shows("2 created");
        assertThat(crm.crm().records("Leads").stream().map(lead -> lead.get("lastname")))
                .contains("Cleo", "Dan");
    }

    @Test
    void aRunIsUndoneAfterALookAtWhatThatMeans() throws Exception {
        shows("/syncs/leads", "1 created");
        press(run());
        press("Show what would be taken back");
        shows("Nothing was written.");
        assertThat(crm.crm().records("Leads").stream().map(lead -> lead.get("lastname")))
                .contains("Bo");
        press("Undo");
        shows("done");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> crm.crm().records("Leads").stream().noneMatch(lead -> "Bo".equals(lead.get("lastname"))));
        press("Trace a record");
        reach("record");
        browser.type("b@x.org" + Browser.ENTER);
        shows("leads-");
    }

    @Test
    void aFormOfAnotherSiteDoesNothing() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] form =
                """
                <!DOCTYPE html><title>x</title>
                <form method="post" action="%s/do"><input type="hidden" name="do" value="retry"><input type="hidden" name="sync" value="people">
                <input type="hidden" name="token" value="x"><button autofocus>Win</button></form>
                """
                        .formatted(address)
                        .getBytes(StandardCharsets.UTF_8);
        other.createContext("/", call -> {
            call.sendResponseHeaders(200, form.length);
            call.getResponseBody().write(form);
            call.close();
        });
        other.start();
        try {
            // Another site than 127.0.0.1: the cookie does not go along.
            browser.open("http://localhost:" + other.getAddress().getPort() + "/");
            press("Win");
            await().atMost(Duration.ofSeconds(20)).until(() -> browser.url().equals(address + "/sign-in"));
        } finally {
            other.stop(0);
        }
    }

    /** Before the others press the buttons that it looks at. */
    @Test
    @Order(1)
    void eachPageIsReadableAndNamedInLightAndDark() throws Exception {
        shows("/syncs/leads", "1 created");
        String run = run();
        shows("/syncs/many", "stopped by its limits");
        String stopped = run();
        browser.open(address + "/");
        press("Check the connection to the CRM");
        shows("an administrator");
        String action = browser.url().substring(address.length());
        for (String scheme : List.of("light", "dark")) {
            browser.prefer(scheme);
            examine(scheme, "/", "overview");
            examine(scheme, "/syncs/people", "sync");
            examine(scheme, "/runs/" + run, "run");
            examine(scheme, "/runs/" + stopped, "stopped-run");
            examine(scheme, action, "action");
            examine(scheme, "/trace?record=b@x.org", "trace");
            examine(scheme, "/done", "done");
            examine(scheme, "/syncs/none", "missing");
        }
        browser.forgetCookies();
        for (String scheme : List.of("light", "dark")) {
            browser.prefer(scheme);
            examine(scheme, "/sign-in", "sign-in");
        }
    }

    /** In dark only what colours decide. */
    private static void examine(String scheme, String path, String name) throws Exception {
        boolean light = scheme.equals("light");
        browser.open(address + path);
        browser.picture(PICTURES.resolve(name + "-" + scheme + ".png"));
        JsonNode found = browser.run(
                axe
                        + "; return axe.run(document, Object.assign({ resultTypes: ['violations'] }, arguments[0]))"
                        + ".then(result => result.violations.map(each =>"
                        + " each.id + ': ' + each.nodes.map(node => node.html + ' ' + node.failureSummary).join('; ')));",
                light ? Map.of() : Map.of("runOnly", List.of("color-contrast")));
        assertThat(StreamSupport.stream(found.spliterator(), false).map(JsonNode::asText))
                .as("%s in %s", path, scheme)
                .isEmpty();
        if (light) {
            browser.resize(360, 740);
            assertThat(browser.run("return document.documentElement.scrollWidth")
                            .asInt())
                    .as("%s on a telephone is not wider than that", path)
                    .isLessThanOrEqualTo(360);
            browser.resize(1280, 900);
        }
    }

    /** The run that the page names first. */
    private static String run() throws Exception {
        return browser.run("return document.querySelector('a[href^=\"/runs/\"]').getAttribute('href').substring(6)")
                .asText();
    }

    /** Goes to a link or button by its name, or to a field by its id, and presses Enter. */
    private static void press(String name) throws Exception {
        reach(name);
        browser.type(Browser.ENTER);
    }

    /** Each step of the way shows where the focus is. */
    private static void reach(String name) throws Exception {
        for (int step = 0; step < STEPS; step++) {
            JsonNode focus = browser.run(
                    """
                    const e = document.activeElement;
                    return { name: e === document.body ? '' : (e.id || e.innerText || '').trim(),
                             seen: e === document.body || getComputedStyle(e).outlineStyle !== 'none' && e.getBoundingClientRect().left >= 0 };
                    """);
            assertThat(focus.path("seen").asBoolean())
                    .as("the focus on '%s' is seen", focus.path("name").asText())
                    .isTrue();
            if (focus.path("name").asText().equals(name)) {
                return;
            }
            browser.type(Browser.TAB);
        }
        throw new AssertionError("The keyboard does not come to '" + name + "' at " + browser.url());
    }

    private static void shows(String path, String text) throws Exception {
        browser.open(address + path);
        shows(text);
    }

    /** After a refresh, as pages have no scripts. */
    private static void shows(String text) {
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    boolean there = browser.run("return document.body.innerText")
                            .asText()
                            .contains(text);
                    if (!there) {
                        browser.open(browser.url());
                    }
                    return there;
                });
    }

    private static void sync(String name, String text) throws IOException {
        Path inbox = Files.createDirectories(directory.resolve(name));
        Files.writeString(
                Files.createDirectories(directory.resolve("syncs")).resolve(name + ".yaml"),
                "from: { file: '" + inbox + "' }\n" + text);
    }

    private static void drop(String sync, String rows) throws IOException {
        Files.writeString(directory.resolve(sync).resolve("a.csv"), rows);
    }
}
