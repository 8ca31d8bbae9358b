package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.simulator.Behaviour;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

class SyncOperationTest extends CrmTestSupport {

    @Override
    SimulatorServer crm() {
        return SimulatorServer.builder().behaviour(Behaviour.COMPAT).start();
    }

    @Test
    void theServersObjectAndTheTimeToGoOnWith() {
        String contact = contact("Synced");
        Exchange first = synced("vtiger:sync/Contacts?syncType=application&startFrom=beginning", Map.of());
        Map<?, ?> page = first.getMessage().getBody(Map.class);
        assertThat(page.keySet()).asString().contains("updated", "deleted", "lastModifiedTime", "more");
        Exchange last = first;
        while (String.valueOf(last.getMessage().getBody(Map.class).get("more")).equals("true")) {
            last = synced(
                    "vtiger:sync/Contacts?syncType=application",
                    Map.of("CamelVtigerModifiedTime", last.getMessage().getHeader("CamelVtigerModifiedTime")));
        }
        assertThat(ids(last, "updated")).contains(contact);
        Instant time = last.getMessage().getHeader("CamelVtigerModifiedTime", Instant.class);
        assertThat(ids(synced("vtiger:sync/Contacts", Map.of("CamelVtigerModifiedTime", time)), "updated"))
                .isEmpty();
        assertThat(ids(
                        synced("vtiger:sync/Contacts", Map.of("CamelVtigerModifiedTime", time.minusSeconds(1))),
                        "updated"))
                .contains(contact);
        assertThat(ids(
                        synced(
                                "vtiger:sync/Contacts",
                                Map.of("CamelVtigerModifiedTime", String.valueOf(time.getEpochSecond() - 1))),
                        "updated"))
                .contains(contact);
        assertThat(ids(synced("vtiger:sync/Contacts?startFrom=" + time, Map.of()), "updated"))
                .as("inclusive")
                .contains(contact);
        call("vtiger:delete", contact);
        assertThat(ids(
                        synced("vtiger:sync/Contacts", Map.of("CamelVtigerModifiedTime", time.minusSeconds(1))),
                        "deleted"))
                .contains(contact);
    }

    @Test
    void fromNowOnThereIsNothingYet() {
        Exchange now = synced("vtiger:sync/Leads", Map.of());
        assertThat(ids(now, "updated")).isEmpty();
        assertThat(now.getMessage().getHeader("CamelVtigerModifiedTime")).isInstanceOf(Instant.class);
    }

    @Test
    void faultsAreNamed() {
        assertThat(call("vtiger:sync", null).getException()).hasMessageContaining("needs a module");
        assertThat(call("vtiger:sync/Kontakte", null).getException()).isInstanceOf(InvalidRecordException.class);
        assertThat(call("vtiger:sync/Contacts", null, Map.of("CamelVtigerModifiedTime", "yesterday"))
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("CamelVtigerModifiedTime is 'yesterday'");
        assertThatThrownBy(() -> call("vtiger:sync/Contacts?startFrom=yesterday", null))
                .hasStackTraceContaining("The option startFrom is 'yesterday'");
        assertThatThrownBy(() -> context.getEndpoint("vtiger:changes/Contacts?events=deleted&syncType=user")
                        .createConsumer(exchange -> {})
                        .start())
                .hasMessageContaining("changes needs APPLICATION");
    }

    @Test
    void onlyAdministratorsSeeAll() {
        String user = "username=sales1&accessKey=" + crm.accessKey("sales1");
        assertThat(call(
                                "vtiger:sync/Contacts?syncType=APPLICATION&startFrom=beginning&" + user + "&url="
                                        + crm.url(),
                                null)
                        .getException())
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aServerWithoutItSaysSoWithTheCure() {
        try (SimulatorServer php8 = SimulatorServer.builder().start()) {
            Exception failure = call(
                            "vtiger:sync/Contacts?url=" + php8.url() + "&username=admin&accessKey=" + php8.accessKey(),
                            null)
                    .getException();
            assertThat(failure)
                    .isInstanceOf(ServerFailureException.class)
                    .hasMessageContaining("This CRM cannot serve sync")
                    .hasMessageContaining("insert into vtiger_ws_operation_parameters")
                    .hasMessageContaining("vtiger:changes");
        }
    }

    private Exchange synced(String uri, Map<String, Object> headers) {
        Exchange done = call(uri, null, headers);
        assertThat(done.getException()).isNull();
        return done;
    }

    private static List<String> ids(Exchange done, String what) {
        List<?> list = (List<?>) done.getMessage().getBody(Map.class).get(what);
        return list.stream()
                .map(entry -> entry instanceof Map<?, ?> record ? record.get("id") : entry)
                .map(String::valueOf)
                .toList();
    }
}
