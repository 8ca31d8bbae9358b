package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as a process: what it says of settings that are wrong, and with what it ends. */
class StartTest {

    private static final long LONG_ENOUGH = 240;

    @TempDir
    private Path directory;

    private SimulatorServer crm;

    @BeforeEach
    void start() {
        crm = SimulatorServer.builder().seed("empty").start();
    }

    @AfterEach
    void stop() {
        crm.close();
    }

    @Test
    void refusesWhatIsWrongAllAtOnceBeforeAnythingStarts() throws Exception {
        Map<String, String> settings = Map.of(
                "vtiger.usrname", "me",
                "poll.dealy", "5000",
                "poll.delay", "5 Minuten",
                "export.cron", "nightly",
                "tickets.redeliveries", "{{no.such}}");
        try (ChildApplication application = ChildApplication.start(directory, settings)) {
            assertThat(application.await(LONG_ENOUGH)).isEqualTo(1);
            assertThat(application.output())
                    .contains("There is no setting vtiger.usrname; you probably mean vtiger.username.")
                    .contains("There is no setting poll.dealy; you probably mean poll.delay.")
                    .contains("The setting poll.delay is '5 Minuten', which is not a duration;")
                    .contains("The setting export.cron is 'nightly', which is not a schedule of Quartz")
                    .contains("The setting tickets.redeliveries holds a placeholder that cannot be resolved")
                    .doesNotContain("simulated")
                    .doesNotContain("\tat ");
            assertThat(log()).contains("ERROR routes").contains("There is no setting vtiger.usrname");
        }
    }

    @Test
    void theCommandOverCursorsRefusesToo() throws Exception {
        Map<String, String> settings = Map.of("cursor.directry", "elsewhere", "export.cron", "not its business");
        try (ChildApplication application = ChildApplication.start(directory, settings, "cursor", "list")) {
            assertThat(application.await(LONG_ENOUGH)).isEqualTo(1);
            assertThat(application.output())
                    .contains("cursor.directry", "cursor.directory")
                    .doesNotContain("cron");
        }
    }

    @Test
    void aRunEndsAtOnceWhenTheLoginIsRefused() throws Exception {
        Map<String, String> settings = settings();
        settings.put("vtiger.access-key", "wrong0key");
        try (ChildApplication application = ChildApplication.start(directory, settings, "--once")) {
            assertThat(application.await(LONG_ENOUGH)).as(application.output()).isEqualTo(1);
            assertThat(application.output())
                    .contains("The run ends early: ")
                    .contains("the setting vtiger.access-key")
                    .doesNotContain("accessKey")
                    .doesNotContain("wrong0key");
        }
    }

    @Test
    void aRunEndsAtOnceIfTheCrmIsNotAtItsAddress() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        other.createContext("/moved/", exchange -> {
            exchange.getResponseHeaders().add("Location", "https://elsewhere.example/");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        other.createContext("/shop/", exchange -> {
            byte[] page = "<html><body>Welcome to the shop</body></html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        String address = "http://127.0.0.1:" + other.getAddress().getPort();
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put(address + "/nowhere", "correct the setting vtiger.url");
        sentences.put(address + "/moved", "a redirect to https://elsewhere.example/");
        sentences.put(address + "/shop", "instead of a result");
        sentences.put("http://crm.invalid", "the host is not known to the DNS");
        sentences.put(crm.url().replace("http:", "https:"), "the server does not speak TLS");
        try {
            for (Map.Entry<String, String> wrong : sentences.entrySet()) {
                Map<String, String> settings = settings();
                settings.put("vtiger.url", wrong.getKey());
                try (ChildApplication application = ChildApplication.start(directory, settings, "--once")) {
                    assertThat(application.await(LONG_ENOUGH))
                            .as(application.output())
                            .isEqualTo(1);
                    assertThat(application.output())
                            .containsPattern("The run ends early: .*" + Pattern.quote(wrong.getValue()));
                }
            }
        } finally {
            other.stop(0);
        }
    }

    @Test
    void aRunEndsAtOnceIfTheCertificateIsNotTrusted() throws Exception {
        HttpsServer untrusted = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        untrusted.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        untrusted.start();
        Map<String, String> settings = settings();
        settings.put("vtiger.url", "https://127.0.0.1:" + untrusted.getAddress().getPort());
        try (ChildApplication application = ChildApplication.start(directory, settings, "--once")) {
            assertThat(application.await(LONG_ENOUGH)).as(application.output()).isEqualTo(1);
            assertThat(application.output())
                    .containsPattern("The run ends early: .*the server's certificate is not trusted")
                    .doesNotContain("\tat ");
        } finally {
            untrusted.stop(0);
        }
    }

    /** A new certificate, which no authority has signed. */
    private SSLContext selfSigned() throws Exception {
        Path file = directory.resolve("server.p12");
        String password = "changeit";
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "crm",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=crm",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        password)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        return tls;
    }

    @Test
    void aFullDiskUnderTheLogFileIsReportedOnceAndStopsNothing() throws Exception {
        Path log = Files.createDirectories(directory.resolve("full"));
        for (LocalDate day : List.of(LocalDate.now(), LocalDate.now().plusDays(1))) {
            Files.createSymbolicLink(log.resolve("vtiger-routes-" + day + "-1.log"), Path.of("/dev/full"));
        }
        Map<String, String> settings = settings();
        settings.put("log.directory", log.toString());
        try (ChildApplication application = ChildApplication.start(directory, settings, "--once")) {
            assertThat(application.await(LONG_ENOUGH)).as(application.output()).isZero();
            assertThat(application.output())
                    .containsOnlyOnce("The log file " + log.resolve("vtiger-routes-"))
                    .contains(".log cannot be written: No space left on device; until it can,")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void withoutARunARefusedLoginIsLoggedOnce() throws Exception {
        Map<String, String> settings = settings();
        settings.put("vtiger.username", "nobody");
        try (ChildApplication application = ChildApplication.start(directory, settings)) {
            await().atMost(Duration.ofSeconds(120))
                    .untilAsserted(() -> assertThat(application.output()).contains("setting vtiger.username"));
            assertThat(application.isAlive()).isTrue();
        }
    }

    @Test
    void aModuleThatTheCrmDoesNotHaveEndsTheApplication() throws Exception {
        Map<String, String> settings = settings();
        settings.put("export.module", "Contcts");
        for (String[] arguments : new String[][] {{}, {"--once"}}) {
            try (ChildApplication application = ChildApplication.start(directory, settings, arguments)) {
                assertThat(application.await(LONG_ENOUGH))
                        .as(application.output())
                        .isEqualTo(1);
                assertThat(application.output())
                        .contains("The setting export.module is 'Contcts': ")
                        .contains("Contacts");
            }
        }
    }

    @Test
    void aFileThatIsRefusedAsAWholeMakesTheRunFail() throws Exception {
        Path inbox = Files.createDirectories(directory.resolve("data/inbox/leads"));
        Files.writeString(inbox.resolve("shoes.csv"), "lastname,shoe size\nX,42\n");
        try (ChildApplication application = ChildApplication.start(directory, settings(), "--once")) {
            assertThat(application.await(LONG_ENOUGH)).as(application.output()).isEqualTo(1);
            assertThat(application.output()).contains("1 file(s) refused as a whole, see data/inbox/leads/failed");
        }
    }

    @Test
    void anExportThatCannotBeWrittenMakesTheRunFail() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("data/export"), "a file, where the directory should be");
        try (ChildApplication application = ChildApplication.start(directory, settings(), "--once")) {
            assertThat(application.await(LONG_ENOUGH)).as(application.output()).isEqualTo(1);
            assertThat(application.output()).contains("The export failed: ").contains("the exit code is 1");
        }
    }

    @Test
    void saysOnceThatTheCrmStopsAnsweringAndOnceThatItAnswersAgain() throws Exception {
        try (ChildApplication application = ChildApplication.start(directory, settings())) {
            await().atMost(Duration.ofSeconds(120)).until(() -> contactsWritten(crm));
            crm.stop();
            await().atMost(Duration.ofSeconds(120))
                    .untilAsserted(() -> assertThat(application.output()).contains("The CRM does not answer: "));
            crm.start();
            await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> assertThat(application.output())
                    .contains("The CRM answers again, after 0 min "));
            assertThat(occurrences("The CRM does not answer", application.output()))
                    .isEqualTo(1);
            assertThat(application.output()).doesNotContain("Failed polling endpoint");
        }
    }

    @Test
    void aRecordThatCannotBeWrittenIsNamedInOneLine() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("data/contacts"), "a file, where the directory should be");
        String id = crm.crm().create("Contacts", Map.of("lastname", "Unwritten"));
        try (ChildApplication application = ChildApplication.start(directory, settings())) {
            await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> assertThat(application.output())
                    .contains("ERROR contacts-to-files  The route did not finish the record " + id)
                    .contains("data/contacts"));
            assertThat(application.output()).doesNotContain("Exhausted").doesNotContain("Message History");
        }
    }

    @Test
    void aDirectoryWhereNothingCanBeWrittenIsRefused() throws Exception {
        // On every Linux a directory in which not even root can make another.
        Map<String, String> settings = Map.of("data.directory", "/proc/data", "log.directory", "log");
        try (ChildApplication application = ChildApplication.start(directory, settings)) {
            assertThat(application.await(LONG_ENOUGH)).isEqualTo(1);
            assertThat(application.output())
                    .contains("The setting data.directory is '/proc/data', where nothing can be written (");
        }
    }

    private String log() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("data/log"))) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    /** Whether the feed has delivered a Contact that is made for this. */
    private boolean contactsWritten(SimulatorServer server) {
        server.crm().create("Contacts", Map.of("lastname", "Seen"));
        return Files.isDirectory(directory.resolve("data/contacts"));
    }

    private static long occurrences(String text, String output) {
        return Pattern.compile(Pattern.quote(text)).matcher(output).results().count();
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("vtiger.url", crm.url());
        settings.put("vtiger.username", crm.username());
        settings.put("vtiger.access-key", crm.accessKey());
        settings.put("poll.delay", "500");
        return settings;
    }
}
