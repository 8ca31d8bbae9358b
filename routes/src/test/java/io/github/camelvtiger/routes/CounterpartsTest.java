package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.impl.DefaultFtpServer;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.Test;

/** Syncs with real servers of mail, FTP and SFTP, and a broker of Kafka, some of which are down at first or in between. */
class CounterpartsTest extends SyncApplicationTestSupport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void recordsReachServersOfFilesAndMailThatWereDown() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        int mailPort = mail.getSmtp().getPort();
        mail.stop();
        Path uploads = Files.createDirectories(directory.resolve("ftp"));
        FtpServer ftp = ftp(uploads, 0);
        int ftpPort = ((DefaultFtpServer) ftp).getListener("default").getPort();
        ftp.stop();
        Path secured = Files.createDirectories(directory.resolve("sftp"));
        try (SshServer sftp = sftp(secured)) {
            sync(
                    "ftp",
                    target("'ftp://127.0.0.1:" + ftpPort
                            + "/leads?username={{ftp.user}}&password={{ftp.password}}&passiveMode=true'"));
            sync(
                    "sftp",
                    target(
                            "'sftp://127.0.0.1:" + sftp.getPort()
                                    + "/leads?username={{ftp.user}}&password={{ftp.password}}&useUserKnownHostsFile=false', format: csv"));
            sync("mail", target("'smtp://127.0.0.1:" + mailPort + "?from=crm@example.com&to=sales@example.com'"));
            String ada = crm.crm().create("Leads", Map.of("lastname", "Ada"));
            Map<String, String> settings = settings();
            settings.put("ftp.user", "ann");
            settings.put("ftp.password", "s3cr+t&%");
            try (RunningApplication application = RunningApplication.against(crm, directory, settings)) {
                Path csv = secured.resolve("leads/Leads-" + ada + ".csv");
                awaitText(csv, "name\r\nAda\r\n");
                GreenMail again = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
                again.start();
                ftp = ftp(uploads, ftpPort);
                Path json = uploads.resolve("leads/Leads-" + ada + ".json");
                awaitText(json, "{\"name\":\"Ada\"}");
                await().atMost(PATIENCE).until(() -> again.getReceivedMessages().length == 1);
                MimeMessage message = again.getReceivedMessages()[0];
                assertThat(message.getSubject()).isEqualTo("Leads " + ada + " created");
                assertThat(message.getHeader("vtiger-id")).containsExactly(ada);
                assertThat(new String(message.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                        .isEqualTo("{\"name\":\"Ada\"}");

                ftp.stop();
                crm.crm().revise(ada, Map.of("lastname", "Ada L."));
                awaitText(csv, "name\r\nAda L.\r\n");
                ftp = ftp(uploads, ftpPort);
                awaitText(json, "{\"name\":\"Ada L.\"}");
                crm.crm().delete(ada);
                awaitText(json, "");
                assertThat(application.context().isStarted()).isTrue();
                again.stop();
            }
            assertThat(Files.readString(directory.resolve("syncs/ftp.yaml"))).doesNotContain("s3cr");
        } finally {
            ftp.stop();
        }
    }

    @Test
    void topicsOfKafkaAreTargetsAndSources() throws Exception {
        KafkaBroker kafka = SharedKafka.get();
        kafka.createTopic("contacts", 1);
        sync(
                "out",
                "from: { crm: Leads }\nto: { uri: 'kafka:crm.leads?brokers=" + kafka.address()
                        + "&maxBlockMs=3000', key: email }\nstart: beginning\ndeletions: true\nmap: { name: lastname }\n");
        sync("in", "from: { uri: 'kafka:contacts?brokers=" + kafka.address() + "' }\nto: { crm: Contacts }\n");
        String ada = crm.crm().create("Leads", Map.of("lastname", "Ada", "email", "ada@example.com"));
        try (RunningApplication application = application()) {
            ConsumerRecord<String, String> created =
                    kafka.readUntil("crm.leads", read -> read.size() == 1).get(0);
            assertThat(created.key()).isEqualTo("ada@example.com");
            assertThat(created.value()).isEqualTo("{\"name\":\"Ada\"}");
            assertThat(header(created, "vtiger-event")).isEqualTo("created");
            assertThat(header(created, "vtiger-id")).isEqualTo(ada);
            crm.crm().delete(ada);
            ConsumerRecord<String, String> deleted =
                    kafka.readUntil("crm.leads", read -> read.size() == 2).get(1);
            assertThat(deleted.key()).isEqualTo("ada@example.com");
            assertThat(deleted.value()).as("what compacts a topic").isNull();
            assertThat(header(deleted, "vtiger-event")).isEqualTo("deleted");

            kafka.send("contacts", List.of("{\"lastname\": \"A\"}", "no JSON", "{\"lastname\": \"B\"}"));
            await().atMost(PATIENCE).until(() -> crm.crm().count("Contacts") == 2);
            await().atMost(PATIENCE).until(() -> command(0, "rejects", "in").contains("message contacts-0-1 of "));
            assertThat(application.context().isStarted()).isTrue();
        }
        try (RunningApplication again = application()) {
            kafka.send("contacts", List.of("{\"lastname\": \"C\"}"));
            await().atMost(PATIENCE).until(() -> crm.crm().count("Contacts") == 3);
            assertThat(again.context().isStarted()).isTrue();
        }
        JsonNode names = JSON.valueToTree(crm.crm().records("Contacts").stream()
                .map(contact -> contact.get("lastname"))
                .toList());
        assertThat(names).isEqualTo(JSON.readTree("[\"A\", \"B\", \"C\"]"));
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static String target(String uri) {
        return "from: { crm: Leads }\nto: { uri: " + uri
                + " }\nstart: beginning\ndeletions: true\nmap: { name: lastname }\n";
    }

    private static void awaitText(Path file, String text) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(file).exists().hasContent(text));
    }

    private static FtpServer ftp(Path directory, int port) throws Exception {
        FtpServerFactory factory = new FtpServerFactory();
        ListenerFactory listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(port);
        factory.addListener("default", listener.createListener());
        BaseUser user = new BaseUser();
        user.setName("ann");
        user.setPassword("s3cr+t&%");
        user.setHomeDirectory(directory.toString());
        user.setAuthorities(List.of(new WritePermission()));
        factory.getUserManager().save(user);
        FtpServer server = factory.createServer();
        server.start();
        return server;
    }

    private static SshServer sftp(Path directory) throws IOException {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        server.setPasswordAuthenticator((user, password, session) -> password.equals("s3cr+t&%"));
        server.setFileSystemFactory(new VirtualFileSystemFactory(directory));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.start();
        return server;
    }
}
