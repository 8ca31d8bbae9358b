package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.routes.settings.RefusedSettingsException;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the CRM alone knows of the settings: said in a sentence that names the setting. */
class CrmCheckTest {

    @TempDir
    private Path directory;

    private final HttpServer other = web();

    @AfterEach
    void stop() {
        other.stop(0);
    }

    private static HttpServer web() {
        try {
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
            return other;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String address() {
        return "http://127.0.0.1:" + other.getAddress().getPort();
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere, correct the setting vtiger.url",
        "/moved, a redirect to https://elsewhere.example/",
        "/shop, instead of a result"
    })
    void aServerThatIsNotVtigerDoesNotPass(String path, String sentence) throws Exception {
        assertRefused(address() + path, sentence);
    }

    @Test
    void norDoesAHostThatDoesNotExist() throws Exception {
        assertRefused("http://crm.invalid", "the host is not known to the DNS");
    }

    @Test
    void norDoesAServerWithoutTls() throws Exception {
        try (SimulatorServer crm = SimulatorServer.builder().seed("empty").start()) {
            assertRefused(crm.url().replace("http:", "https:"), "the server does not speak TLS");
        }
    }

    @Test
    void norDoesACertificateThatIsNotTrusted() throws Exception {
        HttpsServer untrusted = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        untrusted.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        untrusted.start();
        try {
            assertRefused(
                    "https://127.0.0.1:" + untrusted.getAddress().getPort(), "the server's certificate is not trusted");
        } finally {
            untrusted.stop(0);
        }
    }

    /** A run with {@code --once} ends with it; without that it may pass, and the application asks again. */
    private static void assertRefused(String url, String sentence) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            VtigerComponent vtiger = new VtigerComponent();
            vtiger.getConfiguration().setUrl(url);
            vtiger.getConfiguration().setUsername("admin");
            vtiger.getConfiguration().setAccessKey("0123456789abcdef");
            context.addComponent("vtiger", vtiger);
            context.getPropertiesComponent().addInitialProperty("export.enabled", "true");
            context.getPropertiesComponent().addInitialProperty("export.module", "Contacts");
            context.start();

            CrmCheck once = new CrmCheck(context, false);
            assertThatThrownBy(once::passed)
                    .isInstanceOf(RefusedSettingsException.class)
                    .hasMessageContaining(sentence);
            assertThat(new CrmCheck(context, true).passed()).isFalse();
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
}
