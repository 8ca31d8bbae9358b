package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.TransportException;
import io.undertow.Undertow;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.io.File;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A CRM behind TLS whose certificate no public authority signed, and once one that names another host. */
class SecureConnectionTest extends CrmTestSupport {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path directory;

    private static Undertow own;
    private static Undertow other;

    @BeforeAll
    void startSecureServers() throws Exception {
        own = secureServer("own", "ip:127.0.0.1");
        other = secureServer("other", "dns:crm.example");
    }

    @AfterAll
    static void stopSecureServers() {
        own.stop();
        other.stop();
    }

    @Test
    void aCertificateThatTheOptionTrustsIsAccepted() {
        assertThat(me(own, "&sslContextParameters=#own").getMessage().getBody(Map.class))
                .containsEntry("user_name", "admin");
    }

    @Test
    void theContextsTlsSettingsServeWhereTheComponentIsToldSo() {
        context.setSSLContextParameters(trusting("own"));
        context.getComponent("vtiger", VtigerComponent.class).setUseGlobalSslContextParameters(true);

        assertThat(me(own, "&maxSessions=2").getMessage().getBody(Map.class)).containsEntry("user_name", "admin");
    }

    @Test
    void anUnknownCertificateIsRefusedByTheNameOfTheOption() {
        assertThat(me(own, "").getException())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("sslContextParameters");
    }

    @Test
    void aCertificateOfAnotherHostIsRefusedUnlessItIsNotVerified() {
        assertThat(me(other, "&sslContextParameters=#other").getException())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("hostnameVerification");
        assertThat(me(other, "&sslContextParameters=#other&hostnameVerification=false")
                        .getMessage()
                        .getBody(Map.class))
                .containsEntry("user_name", "admin");
    }

    private Exchange me(Undertow server, String options) {
        context.getRegistry().bind("own", trusting("own"));
        context.getRegistry().bind("other", trusting("other"));
        int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
        return call(
                "vtiger:me?readAttempts=1&url=https://127.0.0.1:" + port + "&username=admin&accessKey=RAW("
                        + crm.accessKey() + ")" + options,
                null);
    }

    private Undertow secureServer(String name, String host) throws Exception {
        makeCertificate(name, host);
        SSLContextParameters tls = new SSLContextParameters();
        KeyManagersParameters keys = new KeyManagersParameters();
        keys.setKeyStore(store(name));
        keys.setKeyPassword(PASSWORD);
        tls.setKeyManagers(keys);
        ProxyHandler simulator = ProxyHandler.builder()
                .setProxyClient(new LoadBalancingProxyClient().addHost(URI.create(crm.url())))
                .build();
        Undertow server = Undertow.builder()
                .addHttpsListener(0, "127.0.0.1", tls.createSSLContext(new DefaultCamelContext()))
                .setHandler(simulator)
                .build();
        server.start();
        return server;
    }

    /** Made again each time, so that it never runs out. */
    private static void makeCertificate(String name, String host) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "crm",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file(name),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(new File(directory.toFile(), name + ".log"))
                .start();
        assertThat(made.waitFor()).isZero();
    }

    private static SSLContextParameters trusting(String name) {
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store(name));
        SSLContextParameters tls = new SSLContextParameters();
        tls.setTrustManagers(trust);
        return tls;
    }

    private static KeyStoreParameters store(String name) {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + file(name));
        store.setPassword(PASSWORD);
        store.setType("PKCS12");
        return store;
    }

    private static String file(String name) {
        return directory.resolve(name + ".p12").toString();
    }
}
