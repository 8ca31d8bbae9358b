package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.simulator.Behaviour;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
import org.apache.camel.component.file.GenericFile;
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
    void everyKindOfFileIsUploadedAndDownloadedByteForByte() throws IOException {
        byte[] bytes = random(200_000);
        Path file = Files.write(directory.resolve("figures.csv"), bytes);
        GenericFile<File> generic = new GenericFile<>();
        generic.setFile(file.toFile());
        List<Object> bodies = List.of(
                file,
                file.toFile(),
                generic,
                bytes,
                ByteBuffer.wrap(bytes),
                new ByteArrayInputStream(bytes),
                Files.newInputStream(file));
        for (Object body : bodies) {
            Exchange stored = upload(body, "figures.csv");

            assertThat(stored.getException()).isNull();
            assertThat(stored.getMessage().getBody(Map.class))
                    .containsEntry("notes_title", "figures.csv")
                    .containsEntry("filename", "figures.csv")
                    .containsEntry("filetype", "text/csv")
                    .containsEntry("filesize", "200000")
                    .containsEntry("filelocationtype", "I");
            Exchange read = call("vtiger:download", null, id(stored));
            assertThat(read.getMessage().getHeader(Exchange.FILE_NAME)).isEqualTo("figures.csv");
            assertThat(read.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("text/csv");
            assertThat(read.getMessage().getHeader(Exchange.FILE_LENGTH)).isEqualTo(200_000L);
            assertThat(bytes(read)).isEqualTo(bytes);
        }
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
    void textIsAFileAsWell() throws IOException {
        Exchange stored = upload("Zoë", "zoe.txt");

        assertThat(new String(bytes(call("vtiger:download", null, id(stored))), StandardCharsets.UTF_8))
                .isEqualTo("Zoë");
    }

    @Test
    void filesOfEveryLengthSurvive() throws IOException {
        for (int length : List.of(1, 2, 3, 4, 5, 12_287, 12_288, 12_289, 49_152, 65_535, 65_536, 65_537)) {
            byte[] bytes = random(length);

            assertThat(bytes(call("vtiger:download", null, id(upload(bytes, "a.bin")))))
                    .isEqualTo(bytes);
        }
    }

    @Test
    void theTitleAndTheRecordItBelongsToCanBeGiven() {
        String contact = contact("Zimmer");

        Exchange stored = call(
                "vtiger:upload",
                "text".getBytes(StandardCharsets.UTF_8),
                Map.of(
                        Exchange.FILE_NAME,
                        "in/sub/a.txt",
                        VtigerConstants.TITLE,
                        "The contract",
                        VtigerConstants.RELATED_ID,
                        contact));

        assertThat(stored.getMessage().getBody(Map.class))
                .containsEntry("notes_title", "The contract")
                .containsEntry("filename", "a.txt");
        assertThat(stored.getMessage().getHeader(VtigerConstants.OUTCOME)).isEqualTo("created");
        Exchange related = call(
                "vtiger:retrieveRelated",
                null,
                Map.of(VtigerConstants.RECORD_ID, contact, VtigerConstants.RELATED_MODULE, "Documents"));
        assertThat(related.getMessage().getBody(List.class)).hasSize(1);
    }

    @Test
    void aDocumentForARecordThatIsNotThereIsNotUploaded() {
        long before = documents();

        Exchange refused = call(
                "vtiger:upload",
                new byte[1],
                Map.of(Exchange.FILE_NAME, "a.txt", VtigerConstants.RELATED_ID, "12x999999"));

        assertThat(refused.getException()).isInstanceOf(RecordNotFoundException.class);
        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void aFileIsDownloadedByTheIdOfItsDocumentAndByItsOwn() throws IOException {
        Exchange stored = upload("text", "a.txt");
        String attachment = (String) stored.getMessage().getBody(Map.class).get("imageattachmentids");

        assertThat(bytes(call("vtiger:download", attachment))).asString().isEqualTo("text");
        assertThat(bytes(call("vtiger:download", id(stored).get(VtigerConstants.RECORD_ID))))
                .asString()
                .isEqualTo("text");
    }

    @Test
    void imagesOfContactsAndProductsAreAddedAndTheNewestIsDownloaded() throws IOException {
        Map<String, String> records = Map.of(
                "Contacts",
                contact("Bild"),
                "Products",
                call("vtiger:create/Products", Map.of("productname", "Lamp"))
                        .getMessage()
                        .getHeader(VtigerConstants.RECORD_ID, String.class));
        records.forEach((module, id) -> {
            for (String name : List.of("first.png", "second.png")) {
                Exchange stored = call(
                        "vtiger:upload/" + module,
                        PNG,
                        Map.of(Exchange.FILE_NAME, name, VtigerConstants.RECORD_ID, id));
                assertThat(stored.getException()).isNull();
                assertThat(stored.getMessage().getHeader(VtigerConstants.OUTCOME))
                        .isEqualTo("updated");
            }
            Exchange read = call("vtiger:download", id);
            assertThat(read.getMessage().getHeader(Exchange.FILE_NAME)).isEqualTo("second.png");
            assertThat(read.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("image/png");
            assertThat(bytes(read)).isEqualTo(PNG);
        });
    }

    @Test
    void whatIsNoImageIsRefused() {
        Exchange refused = call(
                "vtiger:upload/Contacts",
                "text",
                Map.of(Exchange.FILE_NAME, "a.txt", VtigerConstants.RECORD_ID, contact("Ohne")));

        assertThat(refused.getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("did not keep the file a.txt as an image");
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
    void aLinkSaysWhereItsFileIs() {
        Exchange link = call(
                "vtiger:create/Documents",
                Map.of(
                        "notes_title", "Elsewhere",
                        "filelocationtype", "E",
                        "filename", "https://files.example/a.pdf"));

        assertThat(call("vtiger:download", null, id(link)).getException())
                .hasMessageContaining("is a link to https://files.example/a.pdf");
    }

    @Test
    void aRecordWithoutAFileAndAnIdOfNothingAreRefused() {
        assertThat(call("vtiger:download", contact("Leer")).getException())
                .hasMessageContaining("has no file that could be downloaded");
        assertThat(call("vtiger:download", "15x999999").getException())
                .isInstanceOf(RecordNotFoundException.class)
                .hasMessageContaining("There is neither a record nor a file 15x999999");
        Exchange quiet = call("vtiger:download?notFoundBehaviour=null", "15x999999");
        assertThat(quiet.getException()).isNull();
        assertThat(quiet.getMessage().getBody()).isNull();
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
