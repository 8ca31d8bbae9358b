package io.github.camelvtiger.routes.sync.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.routes.sync.definition.SyncFault;
import io.github.camelvtiger.routes.sync.definition.SyncFile;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a CRM lacks to which records are to move is named before the first of them does. */
class MoveInspectionTest {

    private static final String FIELD = "{\"name\":\"%s\",\"label\":\"%s\",\"type\":\"string\",\"flags\":\"ne\","
            + "\"uitype\":1,\"column\":\"text(20)\"}";

    @TempDir
    Path directory;

    @Test
    void namesWhatTheOtherCrmLacks() throws IOException {
        try (SimulatorServer old = server(FIELD.formatted("cf_1", "Region") + "," + FIELD.formatted("cf_2", "Size"));
                SimulatorServer other =
                        server(FIELD.formatted("cf_1", "Colour") + "," + FIELD.formatted("cf_9", "Size"));
                CrmModules source = crm(old, "old");
                CrmModules target = crm(other, "other")) {
            other.crm().revise("19x6", Map.of("user_name", "vertrieb"));
            old.crm().create("Groups", Map.of("groupname", "Field team"));
            SyncFile file = file("from: { crm: [Contacts, ModComments, Documents], connection: old, files: true }\n"
                    + "to: { crm: same }\nmodules: { Contacts: { relations: [Documents] } }\n");
            MoveInspection move = new MoveInspection(file, file.definition(), source, target);

            move.inspect();

            assertThat(move.notes())
                    .contains("The other CRM does not have these Users: sales1.")
                    .contains("The other CRM does not have these Groups: Field team.")
                    .contains("Who wrote a comment is not kept: the new ones are the connection's user's.")
                    .anySatisfy(note -> assertThat(note)
                            .contains("no field cf_2 (Size) of Contacts", "its field cf_9 has the same label"))
                    .anySatisfy(note -> assertThat(note)
                            .contains("cf_1 of Contacts is called Region in one CRM and Colour in the other"))
                    .noneSatisfy(note -> assertThat(note).contains("lastname"));
            assertThat(move.faults())
                    .extracting(SyncFault::sentence)
                    .singleElement()
                    .asString()
                    .contains("does not hand files out", "files: optional");
        }
    }

    private static SimulatorServer server(String fields) throws IOException {
        return SimulatorServer.builder()
                .seed("empty")
                .metadata(CustomMetadata.of(
                        "test",
                        new ObjectMapper()
                                .readTree("{\"modules\":[{\"name\":\"Contacts\",\"after\":\"lastname\",\"fields\":["
                                        + fields + "]}]}")))
                .start();
    }

    private CrmModules crm(SimulatorServer server, String name) {
        return new CrmModules(
                new KeptModules(directory.resolve(name)),
                Optional.of(new ClientSettings(server.url(), server.username(), server.accessKey())),
                "");
    }

    private SyncFile file(String text) throws IOException {
        Path syncs = Files.createDirectories(directory.resolve("syncs"));
        Files.writeString(syncs.resolve("move.yaml"), text);
        SyncFiles files = SyncFiles.read(syncs, UnaryOperator.identity());
        assertThat(files.faults()).isEmpty();
        return files.files().get(0);
    }
}
