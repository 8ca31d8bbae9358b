package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.RecordStream;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.crm.Export;
import io.github.camelvtiger.crm.VtigerClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pages of long records that are larger together than one answer may be. */
class OversizedRecordsTest extends FeedTestSupport {

    private static final int RECORDS = 70;
    private static final int LONG = 50_000;

    @Test
    void aFeedDeliversThemAll() throws Exception {
        List<String> ids = contacts();

        follow("Contacts", "startFrom=beginning&maxAnswerSize=" + 5 * LONG);

        await().until(() -> received.size() >= RECORDS);
        assertThat(received)
                .extracting(exchange -> exchange.getIn().getHeader(VtigerConstants.RECORD_ID))
                .containsExactlyElementsOf(ids);
    }

    @Test
    void exportAndQueryGiveThemAll() {
        List<String> ids = contacts();
        try (VtigerClient client = client(5 * LONG)) {
            List<Object> exported = new ArrayList<>();
            try (RecordStream export = client.streams().export(Export.of("Contacts"))) {
                export.forEachRemaining(record -> exported.add(record.get("id")));
            }

            assertThat(exported).isEqualTo(ids);
            assertThat(client.query("select * from Contacts;").join())
                    .extracting(record -> record.get("id"))
                    .isEqualTo(ids);
            assertThat(client.query("select * from Contacts order by lastname desc limit 60;")
                            .join())
                    .hasSize(60)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aRecordThatIsTooLargeAloneIsNamedByTheFailure() {
        String id = contacts().get(0);
        try (VtigerClient client = client(LONG)) {
            assertThatThrownBy(client.query("select * from Contacts;")::join)
                    .hasCauseInstanceOf(ServerFailureException.class)
                    .hasMessageContaining("The record " + id + " of Contacts cannot be read by a query")
                    .hasMessageContaining("maxAnswerSize")
                    .satisfies(failure -> assertThat(((VtigerException) failure.getCause()).getRecordId())
                            .isEqualTo(id));
            assertThat(client.query("select lastname from Contacts;").join()).hasSize(RECORDS);
        }
    }

    private List<String> contacts() {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < RECORDS; number++) {
            ids.add(server.crm()
                    .create("Contacts", Map.of("lastname", "Long " + number, "description", "x".repeat(LONG))));
        }
        return ids;
    }

    private VtigerClient client(long maxAnswerSize) {
        return new VtigerClient(new ClientSettings(
                server.url(),
                server.username(),
                server.accessKey(),
                ClientSettings.Protocol.AUTO,
                4,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                0,
                0,
                1,
                maxAnswerSize,
                ClientSettings.MAX_RETRY_AFTER,
                null,
                true,
                null));
    }
}
