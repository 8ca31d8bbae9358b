package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.HostileCrm;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.crm.VtigerClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changed records are reported whole or by their ids ({@code cloud-rest.md §5}); both show whose they are. */
class SyncCallsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"id\":\"12x3\",\"assigned_user_id\":\"19x5\"}] | true",
                "[{\"id\":\"12x3\",\"assigned_user_id\":\"19x1\"}] | false",
                "[\"12x3\"] | true",
                "[\"12x4\"] | false",
                "[] | false"
            })
    void bothFormsOfChangedRecordsAreTaken(String updated, boolean ofOthers) {
        HostileCrm.Answer answer = (request, out) -> (switch (request.operation()) {
                    case "sync" ->
                        HostileCrm.result("{\"updated\":" + updated
                                + ",\"deleted\":[\"12x9\"],\"lastModifiedTime\":\"1772359200\",\"more\":false}");
                    case "query" ->
                        HostileCrm.result("[{\"id\":\"12x3\",\"assigned_user_id\":\""
                                + (request.parameters().get("query").contains("12x3") ? "19x5" : "19x1") + "\"}]");
                    default -> HostileCrm.result("{\"id\":\"19x1\",\"user_name\":\"admin\"}");
                })
                .write(request, out);
        try (HostileCrm crm = HostileCrm.ofCloud(answer);
                VtigerClient client = new VtigerClient(new ClientSettings(crm.url(), "admin", "key"))) {
            ModuleDescription contacts = new ModuleDescription("Contacts", "Contacts", 12, List.of(), Map.of());

            SyncSource.Page page = new SyncCalls(client, contacts, "application", new UnusableRows())
                    .since(Instant.parse("2026-03-01T10:00:00Z"));

            assertThat(page.tellsOthers()).isEqualTo(ofOthers);
            assertThat(page.deleted()).containsExactly(9L);
            assertThat(page.upTo()).isEqualTo(Instant.ofEpochSecond(1_772_359_200));
        }
    }
}
