package io.github.camelvtiger.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A file goes up with a multipart form and comes down by the id of its attachment. */
class RestFilesTest {

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty").with(server -> server.rest(true));

    @Test
    void whatIsUploadedIsRetrieved() throws Exception {
        RestCalls rest = RestCalls.as("admin", crm.server());
        String form = part("name=\"elementType\"", "Documents")
                + part(
                        "name=\"element\"",
                        "{\"notes_title\":\"Notebook\",\"filelocationtype\":\"I\",\"assigned_user_id\":\"19x1\"}")
                + part("name=\"filename\"; filename=\"radium.txt\"\r\nContent-Type: text/plain", "it glows")
                + "--cut--\r\n";

        JsonNode created = RestCalls.result(rest.postBody("create", "multipart/form-data; boundary=cut", form));
        String attachment = RestCalls.result(
                        rest.get("retrieve", "id", created.get("id").asText()))
                .get("imageattachmentids")
                .asText();
        JsonNode file = RestCalls.result(rest.get("files_retrieve", "id", attachment));

        assertThat(file.at("/0/filename").asText()).isEqualTo("radium.txt");
        assertThat(file.at("/0/filecontents").binaryValue()).asString().isEqualTo("it glows");
    }

    private static String part(String disposition, String content) {
        return "--cut\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }
}
