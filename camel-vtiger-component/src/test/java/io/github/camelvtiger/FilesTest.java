package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.simulator.Behaviour;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest extends CrmTestSupport {

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @TempDir
    private static Path directory;

    private final List<InputStream> downloaded = new CopyOnWriteArrayList<>();

    @Override
    SimulatorServer crm() {
        return simulator().behaviour(Behaviour.COMPAT).start();
    }

    @BeforeEach
    void forget() {
        crm.faults().clear();
        downloaded.clear();
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:contract")
                        .setHeader(VtigerConstants.TITLE, simple("Contract ${header.number}"))
                        .setHeader(VtigerConstants.RELATED_ID, simple("${header.contact}"))
                        .to("vtiger:upload");
                from("direct:copies")
                        .streamCache("false")
                        .to("vtiger:download")
                        .to("file:" + directory.resolve("copies"));
                from("direct:download")
                        .streamCache("false")
                        .to("vtiger:download")
                        .process(
                                exchange -> downloaded.add(exchange.getMessage().getBody(InputStream.class)))
                        .setBody(constant("done"));
            }
        };
    }

    @Test
    void theExamplesOfTheDocumentationWork() {
        Exchange stored = call(
                "direct:contract",
                "the terms",
                Map.of(Exchange.FILE_NAME, "terms.txt", "number", 7, "contact", contact("Vertrag")));
        assertThat(stored.getMessage().getBody(Map.class)).containsEntry("notes_title", "Contract 7");

        assertThat(call("direct:copies", id(stored).get(VtigerConstants.RECORD_ID))
                        .getException())
                .isNull();
        assertThat(directory.resolve("copies/terms.txt")).hasContent("the terms");
    }

    @Test
    void anImageNeedsItsRecord() {
        assertThat(upload("vtiger:upload/Contacts", PNG, "a.png").getException())
                .hasMessageContaining(VtigerConstants.RECORD_ID);
    }

    @Test
    void aModuleWithoutFilesIsRefusedAtStart() {
        assertThatThrownBy(() -> context.getEndpoint("vtiger:upload/Leads")
                        .createProducer()
                        .start())
                .hasMessageContaining("upload cannot send files to the module Leads");
    }

    @Test
    void aFileThatPhpDropsLeavesNoDocument() {
        long before = documents();

        Exchange dropped = upload(new byte[21 * 1024 * 1024], "large.bin");

        assertThat(dropped.getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("raise upload_max_filesize and post_max_size");
        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void aRequestThatPhpDropsNamesTheLimit() {
        assertThat(upload(new byte[25 * 1024 * 1024], "larger.bin").getException())
                .hasMessageContaining("If the file is larger than PHP's post_max_size");
    }

    @Test
    void anEmptyFileIsRefusedAndLeavesNoDocument() {
        long before = documents();

        assertThat(upload(new byte[0], "empty.txt").getException()).hasMessageContaining("The file empty.txt is empty");
        assertThat(upload(new ByteArrayInputStream(new byte[0]), "empty.txt").getException())
                .hasMessageContaining("which is empty or larger than PHP allows");
        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void aFileWithoutANameIsRefused() {
        assertThat(call("vtiger:upload", new byte[1]).getException()).hasMessageContaining(Exchange.FILE_NAME);
    }

    @Test
    void aMissingBodyIsRefused() {
        assertThat(upload(null, "a.txt").getException()).hasMessageContaining("needs a file as body");
    }

    @Test
    void aFileThatIsNotThereIsRefusedBeforeAnythingIsSent() {
        assertThat(upload(directory.resolve("missing.txt"), "missing.txt").getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("missing.txt")
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aSourceThatFailsLeavesNoDocument() {
        long before = documents();
        InputStream failing = new InputStream() {
            private int left = 300_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("the disk is gone");
                }
                return 'a';
            }
        };

        assertThat(upload(failing, "a.txt").getException())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("Nothing was stored")
                .hasMessageContaining("the disk is gone");
        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void filesAndStreamsSurviveTheEndOfASession() throws IOException {
        Path file = Files.writeString(directory.resolve("again.txt"), "again");
        long before = documents();
        for (Object body : List.of(file, Files.newInputStream(file))) {
            crm.faults().expireSessions();

            assertThat(upload(body, "again.txt").getException()).isNull();
        }
        assertThat(documents()).isEqualTo(before + 2);
    }

    @Test
    void aSessionThatEndsWhileAStreamIsSentSaysThatNothingWasStored() {
        long before = documents();
        InputStream ending = new ByteArrayInputStream(new byte[1000]) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                crm.faults().expireSessions();
                return super.read(into, from, length);
            }
        };

        assertThat(upload(ending, "a.txt").getException())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("Nothing was stored")
                .hasMessageContaining("give a File, a Path or a byte[]");
        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void aDownloadIsClosedWithItsRouteAndItsSessionIsFree() throws IOException {
        Object id = id(upload(random(3_000_000), "large.bin")).get(VtigerConstants.RECORD_ID);
        for (int times = 0; times < 12; times++) {
            assertThat(template.requestBody("direct:download", id)).isEqualTo("done");
        }

        for (InputStream stream : downloaded) {
            assertThatThrownBy(stream::read).hasMessage("The stream is closed.");
        }
    }

    private Exchange upload(Object body, String name) {
        return upload("vtiger:upload", body, name);
    }

    private Exchange upload(String uri, Object body, String name) {
        return call(uri, body, new HashMap<>(Map.of(Exchange.FILE_NAME, name)));
    }

    private static Map<String, Object> id(Exchange stored) {
        assertThat(stored.getException()).isNull();
        return Map.of(
                VtigerConstants.RECORD_ID, stored.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class));
    }

    private long documents() {
        return call("vtiger:count/Documents", null).getMessage().getBody(Long.class);
    }

    private static byte[] bytes(Exchange read) {
        assertThat(read.getException()).isNull();
        try (InputStream content = (InputStream) read.getMessage().getBody()) {
            return content.readAllBytes();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
