package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.sync.store.FullDisk;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The disk of the database gets full while records become rows of it. */
class TablesOnFullDiskTest extends SyncApplicationTestSupport {

    private String url;

    @BeforeEach
    void aDiskWithRoom() {
        url = FullDisk.url(directory, "warehouse") + ";DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
    }

    @AfterEach
    void makeRoom() {
        FullDisk.makeRoom();
    }

    @Override
    Map<String, String> settings() {
        Map<String, String> settings = super.settings();
        settings.put("sql.warehouse.url", url);
        return settings;
    }

    @Test
    void recordsWaitUntilThereIsRoomAndNoneIsLost() throws IOException {
        sync("contacts", "from: { crm: Contacts }\nto: { table: warehouse }\n");
        create("Early", 250);
        try (RunningApplication application = application()) {
            soon().pollInterval(Duration.ofMillis(5)).ignoreExceptions().until(() -> !names().isEmpty());
            FullDisk.fill();
            create("Late", 150);

            soon().untilAsserted(() -> assertThat(command(0, "status"))
                    .containsPattern("The database 'warehouse' at jdbc:h2:full:\\S* cannot be used: .*;"
                            + " see that its disk has room, until which records wait")
                    .doesNotContain("insert into", "merge into"));
            FullDisk.makeRoom();

            soon().ignoreExceptions()
                    .untilAsserted(() -> assertThat(names()).containsExactlyInAnyOrderElementsOf(namesInCrm()));
            soon().untilAsserted(() -> assertThat(command(0, "status")).doesNotContain("cannot be used"));
            assertThat(command(0, "rejects", "contacts")).doesNotContain("Early", "Late");
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    /** H2 cleans up in a thread of its own, which ends with an exception when the disk is full. */
    private static ConditionFactory soon() {
        return await().dontCatchUncaughtExceptions().atMost(Duration.ofMinutes(1));
    }

    private void create(String name, int contacts) {
        for (int number = 0; number < contacts; number++) {
            crm.crm().create("Contacts", Map.of("lastname", name + number));
        }
    }

    private List<String> namesInCrm() {
        return crm.crm().records("Contacts").stream()
                .map(contact -> contact.get("lastname"))
                .toList();
    }

    private List<String> names() {
        return Jdbi.create(url).withHandle(handle -> handle.createQuery("select lastname from contacts")
                .mapTo(String.class)
                .list());
    }
}
