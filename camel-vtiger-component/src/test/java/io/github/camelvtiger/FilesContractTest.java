package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.crm.Capability;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files: the same assertions hold for any server; what was uploaded can be read back only from some. */
@LiveSuite
class FilesContractTest {

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final LiveCrm crm;

    @TempDir
    private Path directory;

    FilesContractTest(LiveCrm crm) {
        this.crm = crm;
    }

    @Test
    void everyKindOfFileIsStored() throws IOException {
        byte[] bytes = random(200_000);
        for (Object body : bodies(bytes)) {
            assertThat(upload(body, "figures.csv").getMessage().getBody(Map.class))
                    .containsEntry("notes_title", "figures.csv")
                    .containsEntry("filename", "figures.csv")
                    .containsEntry("filetype", "text/csv")
                    .containsEntry("filesize", "200000")
                    .containsEntry("filelocationtype", "I");
        }
    }

    @Test
    void everyKindOfFileIsReadByteForByte() throws IOException {
        crm.requireCapability(Capability.FILES_RETRIEVE);
        byte[] bytes = random(200_000);
        for (Object body : bodies(bytes)) {
            Exchange read = crm.call("vtiger:download", id(upload(body, "figures.csv")));

            assertThat(read.getMessage().getHeader(Exchange.FILE_NAME)).isEqualTo("figures.csv");
            assertThat(read.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("text/csv");
            assertThat(read.getMessage().getHeader(Exchange.FILE_LENGTH)).isEqualTo(200_000L);
            assertThat(bytes(read)).isEqualTo(bytes);
        }
    }

    private List<Object> bodies(byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve("figures.csv"), bytes);
        GenericFile<File> generic = new GenericFile<>();
        generic.setFile(file.toFile());
        return List.of(
                file,
                file.toFile(),
                generic,
                bytes,
                ByteBuffer.wrap(bytes),
                new ByteArrayInputStream(bytes),
                Files.newInputStream(file));
    }

    @Test
    void textIsAFileAsWell() {
        crm.requireCapability(Capability.FILES_RETRIEVE);

        assertThat(bytes(crm.call("vtiger:download", id(upload("Zoë", "zoe.txt")))))
                .isEqualTo("Zoë".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 12_287, 12_288, 12_289, 49_152, 65_535, 65_536, 65_537})
    void filesOfEveryLengthSurvive(int length) {
        crm.requireCapability(Capability.FILES_RETRIEVE);
        byte[] bytes = random(length);

        assertThat(bytes(crm.call("vtiger:download", id(upload(bytes, "a.bin")))))
                .isEqualTo(bytes);
    }

    @Test
    void theTitleAndTheRecordItBelongsToCanBeGiven() {
        String contact = contact();

        Exchange stored = stored(crm.call(
                "vtiger:upload",
                "text".getBytes(StandardCharsets.UTF_8),
                Map.of(
                        Exchange.FILE_NAME,
                        "in/sub/a.txt",
                        VtigerConstants.TITLE,
                        "The contract",
                        VtigerConstants.RELATED_ID,
                        contact)));

        assertThat(stored.getMessage().getBody(Map.class))
                .containsEntry("notes_title", "The contract")
                .containsEntry("filename", "a.txt");
        assertThat(stored.getMessage().getHeader(VtigerConstants.OUTCOME)).isEqualTo("created");
        Map<String, Object> documents =
                Map.of(VtigerConstants.RECORD_ID, contact, VtigerConstants.RELATED_MODULE, "Documents");
        assertThat(crm.body("vtiger:retrieveRelated", null, documents, List.class))
                .hasSize(1);
    }

    @Test
    void aDocumentForARecordThatIsNotThereIsNotUploaded() {
        Map<String, Object> headers =
                Map.of(Exchange.FILE_NAME, crm.mark() + ".txt", VtigerConstants.RELATED_ID, "12x99999999");

        assertThat(crm.failure("vtiger:upload", new byte[1], headers)).isInstanceOf(RecordNotFoundException.class);
        assertThat(documents(crm.mark() + ".txt")).isEmpty();
    }

    @Test
    void anEmptyFileIsRefusedAndLeavesNoDocument() {
        String name = crm.mark() + "empty.txt";
        Map<String, Object> headers = Map.of(Exchange.FILE_NAME, name);

        assertThat(crm.failure("vtiger:upload", new byte[0], headers))
                .hasMessageContaining("The file " + name + " is empty");
        assertThat(crm.failure("vtiger:upload", new ByteArrayInputStream(new byte[0]), headers))
                .hasMessageContaining("which is empty or larger than PHP allows");
        assertThat(documents(name)).isEmpty();
    }

    @Test
    void aFileIsDownloadedByTheIdOfItsDocumentAndByItsOwn() {
        crm.requireCapability(Capability.FILES_RETRIEVE);
        Exchange stored = upload("text", "a.txt");
        String attachment = (String) stored.getMessage().getBody(Map.class).get("imageattachmentids");

        assertThat(bytes(crm.call("vtiger:download", attachment))).asString().isEqualTo("text");
        assertThat(bytes(crm.call("vtiger:download", id(stored)))).asString().isEqualTo("text");
    }

    @Test
    void imagesOfContactsAndProductsAreAddedAndTheNewestIsDownloaded() {
        crm.requireCapability(Capability.FILES_RETRIEVE);
        Map<String, String> records =
                Map.of("Contacts", contact(), "Products", crm.create("Products", Map.of("productname", "MARK")));
        records.forEach((module, id) -> {
            for (String name : List.of("first.png", "second.png")) {
                Map<String, Object> headers = Map.of(Exchange.FILE_NAME, name, VtigerConstants.RECORD_ID, id);
                Exchange stored = crm.call("vtiger:upload/" + module, PNG, headers);
                assertThat(stored.getException()).isNull();
                assertThat(stored.getMessage().getHeader(VtigerConstants.OUTCOME))
                        .isEqualTo("updated");
            }
            Exchange read = crm.call("vtiger:download", id);
            assertThat(read.getMessage().getHeader(Exchange.FILE_NAME)).isEqualTo("second.png");
            assertThat(read.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("image/png");
            assertThat(bytes(read)).isEqualTo(PNG);
        });
    }

    @Test
    void whatIsNotAnImageIsRefused() {
        Map<String, Object> headers = Map.of(Exchange.FILE_NAME, "a.txt", VtigerConstants.RECORD_ID, contact());

        assertThat(crm.failure("vtiger:upload/Contacts", "text", headers))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("did not keep the file a.txt as an image");
    }

    @Test
    void aLinkSaysWhereItsFileIs() {
        String link = crm.create(
                "Documents",
                Map.of("notes_title", "MARK", "filelocationtype", "E", "filename", "https://files.example/a.pdf"));

        assertThat(crm.failure("vtiger:download", link, Map.of()))
                .hasMessageContaining("is a link to https://files.example/a.pdf");
    }

    @Test
    void aRecordWithoutAFileAndAnIdOfNothingAreRefused() {
        crm.requireCapability(Capability.FILES_RETRIEVE);

        assertThat(crm.failure("vtiger:download", contact(), Map.of()))
                .hasMessageContaining("has no file that could be downloaded");
        assertThat(crm.failure("vtiger:download", "15x99999999", Map.of()))
                .isInstanceOf(RecordNotFoundException.class)
                .hasMessageContaining("There is neither a record nor a file 15x99999999");
        Exchange quiet = crm.call("vtiger:download?notFoundBehaviour=null", "15x99999999");
        assertThat(quiet.getException()).isNull();
        assertThat(quiet.getMessage().getBody()).isNull();
    }

    @Test
    void aServerThatCannotReadFilesSaysSoWithTheRemedy() {
        crm.requireLackOf(Capability.FILES_RETRIEVE);

        assertThat(crm.failure("vtiger:download", id(upload("text", "a.txt")), Map.of()))
                .isInstanceOf(ServerFailureException.class)
                .hasMessageContaining("This CRM cannot serve files_retrieve")
                .hasMessageContaining("array_values($params)");
    }

    private Exchange upload(Object body, String name) {
        return stored(crm.call("vtiger:upload", body, Map.of(Exchange.FILE_NAME, name)));
    }

    private Exchange stored(Exchange upload) {
        assertThat(upload.getException()).isNull();
        crm.delete(id(upload));
        return upload;
    }

    private static String id(Exchange stored) {
        return stored.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class);
    }

    private String contact() {
        return crm.create("Contacts", Map.of("lastname", "MARK"));
    }

    private List<?> documents(String title) {
        Map<String, Object> values = Map.of("title", title);
        return crm.body("vtiger:query", "select id from Documents where notes_title = :title", values, List.class);
    }

    private static byte[] bytes(Exchange read) {
        assertThat(read.getException()).isNull();
        try (InputStream content = (InputStream) read.getMessage().getBody()) {
            return content.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
