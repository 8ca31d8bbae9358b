package io.github.camelvtiger.simulator.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnChangesTest {

    private final ObjectMapper json = new ObjectMapper();
    private final SimulatorServer crm = SimulatorServer.builder().seed("empty").start();
    private final HttpCalls http = new HttpCalls(crm.url());
    private final OwnChanges changes = new OwnChanges(http);

    @AfterEach
    void stop() {
        crm.close();
    }

    @Test
    void undoesWhatWasChangedAndNamesWhatItCannotChangeBack() throws Exception {
        String id = crm.crm().create("Contacts", Map.of("lastname", "Abel", "title", "before"));
        changes.note(json.valueToTree(Map.of("id", id, "title", "before")));
        changes.note(json.valueToTree(Map.of("id", "12x999999", "title", "before")));
        crm.crm().revise(id, Map.of("title", "after"));

        List<String> left = changes.undo(new Login(http)
                .logIn(new Account(crm.username(), crm.accessKey()))
                .session());

        assertThat(crm.crm().record(id))
                .hasValueSatisfying(record -> assertThat(record).containsEntry("title", "before"));
        assertThat(left).containsExactly("12x999999");
    }
}
