package io.github.camelvtiger.simulator.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.Behaviour;
import io.github.camelvtiger.simulator.LoggedIn;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of records over HTTP, as a real server takes and gives them. */
class FilesTest {

    private static final String PNG = "\u0089PNG\r\n\u001a\n";
    private static final String OWNER = "\"assigned_user_id\":\"19x1\"";

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty").with(server -> server.behaviour(Behaviour.COMPAT));

    private final ObjectMapper json = new ObjectMapper();
    private LoggedIn client;

    @BeforeEach
    void logIn() throws Exception {
        client = LoggedIn.to(crm.server());
    }

    @Test
    void anUploadedDocumentIsAnsweredQueriedAndDownloaded() throws Exception {
        JsonNode document = document("I", "hello world.txt", "text/plain; charset=utf-8", "Hello");

        assertThat(fileOf(document)).isEqualTo("hello_world.txt text/plain 5 I");
        String attachment = document.get("imageattachmentids").textValue();
        assertThat(attachment).isEqualTo("15x" + (number(document) + 1));
        JsonNode row = result(client.get("query", "query", "select notes_title from Documents;"))
                .get(0);
        assertThat(row.get("imageattachmentids").textValue()).isEqualTo(attachment);
        JsonNode file = result(client.get("files_retrieve", "id", attachment)).get(0);
        assertThat(file.toString())
                .isEqualTo("{\"fileid\":\"" + (number(document) + 1)
                        + "\",\"filename\":\"hello_world.txt\",\"filetype\":\"text/plain\",\"filesize\":5,"
                        + "\"filecontents\":\"SGVsbG8=\"}");
    }

    @Test
    void aRevisedFileTakesThePlaceOfTheOld() throws Exception {
        JsonNode document = document("I", "a.txt", "text/plain", "Hello");

        JsonNode revised = result(Multipart.of(client, "revise", "{\"id\":\"" + id(document) + "\"}")
                .file("filename", "b.bin", "x/y", "Hello22")
                .send(client));

        assertThat(fileOf(revised)).isEqualTo("b.binfile.txt x/y 7 I");
        assertThat(revised.get("imageattachmentids").textValue()).isEqualTo("15x" + (number(document) + 2));
        assertThat(code(client.get(
                        "files_retrieve",
                        "id",
                        document.get("imageattachmentids").textValue())))
                .isEqualTo("RECORD_NOT_FOUND");
    }

    @Test
    void theFileIsLostWhenTheDocumentPointsElsewhere() throws Exception {
        JsonNode document = document("I", "a.txt", "text/plain", "Hello");

        JsonNode revised = revise(document, "\"filelocationtype\":\"E\"");

        assertThat(fileOf(revised)).isEqualTo("http://a.txt  0 E");
        assertThat(revised.has("imageattachmentids")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|''", "example.org/x|http://example.org/x", "ftp://x|ftp://x", "\\\\srv\\share|\\\\srv\\share"})
    void anAddressWithoutProtocolGetsOne(String sent, String stored) throws Exception {
        JsonNode document = created(
                "Documents",
                "\"notes_title\":\"t\",\"filelocationtype\":\"E\",\"filename\":\"" + sent.replace("\\", "\\\\") + "\"");

        assertThat(fileOf(document)).isEqualTo(stored + "  0 E");
    }

    @ParameterizedTest
    @CsvSource({"''", "X"})
    void withoutPlaceThereIsNoFile(String place) throws Exception {
        JsonNode document = document(place, "a.txt", "text/plain", "Hello");

        assertThat(fileOf(document)).isEqualTo("  0 ");
        assertThat(document.has("imageattachmentids")).isFalse();
    }

    @Test
    void anEmptyFileWipesOutWhatWasThere() throws Exception {
        JsonNode document = document("I", "a.txt", "text/plain", "Hello");

        JsonNode revised = result(Multipart.of(client, "revise", "{\"id\":\"" + id(document) + "\"}")
                .file("filename", "b.txt", "text/plain", "")
                .send(client));

        assertThat(fileOf(revised)).isEqualTo("  0 ");
        assertThat(revised.has("imageattachmentids")).isFalse();
    }

    @Test
    void everyPartIsAttachedAndOnlyFilenameIsShown() throws Exception {
        JsonNode document = result(create("Documents", "\"notes_title\":\"t\",\"filelocationtype\":\"I\"")
                .file("other", "b.txt", "text/x", "Hello22")
                .file("filename", "a.txt", "text/plain", "Hello")
                .send(client));

        assertThat(fileOf(document)).isEqualTo("a.txt text/plain 5 I");
        assertThat(document.get("imageattachmentids").textValue().split(",")).hasSize(2);
    }

    @Test
    void imagesAreAddedToThoseOfAContact() throws Exception {
        JsonNode contact = result(create("Contacts", "\"lastname\":\"Img\"")
                .file("imagename[]", "a b.png", "image/png", PNG)
                .file("imagename[]", "no.txt", "text/plain", "Hello")
                .send(client));

        assertThat(contact.get("imagename").textValue()).isEqualTo("a b.png");
        assertThat(contact.get("imageattachmentids").textValue()).isEqualTo("12x" + (number(contact) + 1));
        JsonNode revised = result(Multipart.of(client, "revise", "{\"id\":\"" + id(contact) + "\",\"imagename\":\"x\"}")
                .file("imagename[]", "c.png", "image/png", PNG)
                .send(client));
        assertThat(revised.get("imagename").textValue()).isEqualTo("a_b.png,c.png");
        assertThat(revised.get("imageattachmentids").textValue().split(",")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"Contacts, imagename, lastname", "Products, imagename, productname"})
    void anImageWithoutBracketsIsTooMuchForPhp(String module, String part, String field) throws Exception {
        long before = number(created(module, "\"" + field + "\":\"Before\""));

        HttpResponse<String> answer = create(module, "\"" + field + "\":\"Img\"")
                .file(part, "a.png", "image/png", PNG)
                .send(client);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(number(created(module, "\"" + field + "\":\"After\""))).isEqualTo(before + 2);
    }

    @Test
    void aCommentKeepsTheNumbersOfItsFiles() throws Exception {
        JsonNode contact = created("Contacts", "\"lastname\":\"Img\"");

        JsonNode comment =
                result(create("ModComments", "\"commentcontent\":\"c\",\"related_to\":\"" + id(contact) + "\"")
                        .file("filename[]", "a.txt", "text/plain", "Hello")
                        .file("filename[]", "b.txt", "text/plain", "Hello")
                        .send(client));

        assertThat(comment.get("filename").textValue()).isEqualTo((number(comment) + 1) + "," + (number(comment) + 2));
    }

    @Test
    void moduleAndNumberOfAnAttachmentMustFit() throws Exception {
        JsonNode document = document("I", "a.txt", "text/plain", "Hello");
        long attachment = number(document) + 1;

        assertThat(code(client.get("files_retrieve", "id", "12x" + attachment))).isEqualTo("INVALID_ID_ATTRIBUTE");
        assertThat(code(client.get("files_retrieve", "id", "999x" + attachment)))
                .isEqualTo("ACCESS_DENIED");
        assertThat(code(client.get("files_retrieve", "id", id(document)))).isEqualTo("RECORD_NOT_FOUND");
        client.post("delete", "id", id(document));
        assertThat(code(client.get("files_retrieve", "id", "15x" + attachment))).isEqualTo("RECORD_NOT_FOUND");
    }

    @Test
    void moreThanTwentyFilesAreNotThere() throws Exception {
        Multipart form = create("Documents", "\"notes_title\":\"t\",\"filelocationtype\":\"I\"")
                .file("filename", "a.txt", "text/plain", "Hello");
        for (int i = 0; i < 25; i++) {
            form.file("part" + i, "a.txt", "text/plain", "Hello");
        }

        assertThat(result(form.send(client))
                        .get("imageattachmentids")
                        .textValue()
                        .split(","))
                .hasSize(20);
    }

    private JsonNode document(String place, String name, String type, String content) throws Exception {
        return result(create("Documents", "\"notes_title\":\"t\",\"filelocationtype\":\"" + place + "\"")
                .file("filename", name, type, content)
                .send(client));
    }

    private Multipart create(String module, String fields) {
        return Multipart.of(client, "create", "{" + OWNER + "," + fields + "}").field("elementType", module);
    }

    private JsonNode created(String module, String fields) throws Exception {
        return result(client.post("create", "elementType", module, "element", "{" + OWNER + "," + fields + "}"));
    }

    private JsonNode revise(JsonNode record, String fields) throws Exception {
        return result(client.post("revise", "element", "{\"id\":\"" + id(record) + "\"," + fields + "}"));
    }

    private static String fileOf(JsonNode document) {
        return document.get("filename").textValue() + " "
                + document.get("filetype").textValue() + " "
                + document.get("filesize").textValue() + " "
                + document.get("filelocationtype").textValue();
    }

    private static String id(JsonNode record) {
        return record.get("id").textValue();
    }

    private static long number(JsonNode record) {
        return Long.parseLong(id(record).split("x")[1]);
    }

    private JsonNode result(HttpResponse<String> answer) throws Exception {
        JsonNode envelope = json.readTree(answer.body());
        assertThat(envelope.path("success").booleanValue()).as(answer.body()).isTrue();
        return envelope.get("result");
    }

    private String code(HttpResponse<String> answer) throws Exception {
        return json.readTree(answer.body()).path("error").path("code").asText();
    }

    /** Bytes without a signature may be taken for a Targa image, which is not one that the server accepts. */
    @Test
    void aFileThatLooksLikeAnImageOfAnotherKindIsNotAttached() throws Exception {
        JsonNode contact = created("Contacts", "\"lastname\":\"Img\"");
        StringBuilder everyByte = new StringBuilder();
        for (char unit = 0; unit < 256; unit++) {
            everyByte.append(unit);
        }

        JsonNode comment =
                result(create("ModComments", "\"commentcontent\":\"c\",\"related_to\":\"" + id(contact) + "\"")
                        .file("filename[]", "a.txt", "text/plain", everyByte.toString())
                        .send(client));

        assertThat(comment.get("filename").textValue()).isEqualTo("0");
        assertThat(comment.has("imageattachmentids")).isFalse();
    }

    @Test
    void theFormOfAnOrderNamesTheImageOfAProduct() throws Exception {
        JsonNode product = result(create("Products", "\"productname\":\"P\"")
                .file("imagename[]", "a.png", "image/png", PNG)
                .send(client));
        String vendor = crm.crm().create("Vendors", Map.of("vendorname", "V"));
        String item = "{\"productid\":\"" + id(product) + "\",\"quantity\":\"1\",\"listprice\":\"2\"}";
        JsonNode order = created(
                "PurchaseOrder",
                "\"subject\":\"s\",\"vendor_id\":\"" + vendor + "\",\"postatus\":\"Created\",\"bill_street\":\"b\","
                        + "\"ship_street\":\"s\",\"productid\":\"" + id(product) + "\",\"LineItems\":[" + item + "]");

        JsonNode details = result(client.get("retrieve", "id", id(order)))
                .path("LineItems_FinalDetails")
                .path("1");
        assertThat(details.path("productImage1").textValue())
                .matches("storage/\\d{4}/[A-Z][a-z]+/week[1-5]/" + (number(product) + 1) + "_a\\.png");
    }
}
