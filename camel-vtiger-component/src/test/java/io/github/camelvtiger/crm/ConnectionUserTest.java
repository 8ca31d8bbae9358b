package io.github.camelvtiger.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.HostileCrm;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.InvalidRecordException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a new record has from the user of the connection, by a CRM whose login reports no address, as those before Vtiger 7.3. */
class ConnectionUserTest {

    private volatile String user = "{\"id\":\"19x1\",\"email1\":\"\"}";
    private final HostileCrm crm = new HostileCrm(
            (request, out) -> HostileCrm.result(request.operation().equals("retrieve") ? user : "{\"id\":\"16x7\"}")
                    .write(request, out));
    private final VtigerClient client = new VtigerClient(new ClientSettings(crm.url(), "admin", "key"));

    @AfterEach
    void close() {
        client.close();
        crm.close();
    }

    @Test
    void theSenderIsReadFromTheUsersRecordOnce() {
        user = "{\"id\":\"19x1\",\"email1\":\"old@example.org\"}";
        client.create("Emails", Map.of("subject", "A")).join();
        client.create("Emails", Map.of("subject", "B")).join();
        assertThat(crm.requests())
                .extracting(HostileCrm.Request::operation)
                .containsExactly("retrieve", "create", "create");
        assertThat(crm.requests().subList(1, 3))
                .allSatisfy(create -> assertThat(create.parameters().get("element"))
                        .contains("\"from_email\":\"old@example.org\"", "\"assigned_user_id\":\"19x1\""));
    }

    @Test
    void aUserWithoutAnAddressIsSaidAndAskedAgain() {
        assertThatThrownBy(() -> client.create("Emails", Map.of("subject", "A")).join())
                .hasCauseInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("from_email")
                .hasMessageContaining("nothing was sent");
        assertThat(crm.requests()).extracting(HostileCrm.Request::operation).containsExactly("retrieve");
        user = "{\"id\":\"19x1\",\"email1\":\"new@example.org\"}";
        assertThat(client.create("Emails", Map.of("subject", "A")).join()).containsEntry("id", "16x7");
    }

    @Test
    void otherRecordsNeedNoAddress() {
        client.create("Contacts", Map.of("lastname", "A")).join();
        assertThat(crm.requests()).extracting(HostileCrm.Request::operation).containsExactly("create");
    }
}
