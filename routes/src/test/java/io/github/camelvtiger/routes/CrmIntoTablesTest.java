package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Syncs from a CRM into tables of a database, in an application that runs. */
class CrmIntoTablesTest extends SyncApplicationTestSupport {

    private final String url =
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
    private Handle database;

    @BeforeEach
    void open() {
        database = Jdbi.create(url).open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    Map<String, String> settings() {
        Map<String, String> settings = super.settings();
        settings.put("sql.warehouse.url", url);
        return settings;
    }

    @Test
    void aRowIsItsRecordAndGoesWithIt() throws IOException {
        sync("contacts", "from: { crm: Contacts }\nto: { table: warehouse }\n");
        String anna =
                crm.crm().create("Contacts", Map.of("lastname", "Anna", "birthday", "1990-04-05", "donotcall", "1"));
        String berta = crm.crm().create("Contacts", Map.of("lastname", "Berta"));
        try (RunningApplication application = application()) {
            awaitRows("select count(*) from contacts", 2);
            assertThat(row("select * from contacts where id = '" + anna + "'"))
                    .containsEntry("lastname", "Anna")
                    .containsEntry("birthday", java.sql.Date.valueOf("1990-04-05"))
                    .containsEntry("donotcall", true)
                    .containsEntry("_errors", null);
            crm.crm().revise(anna, Map.of("lastname", "Antonia"));
            crm.crm().delete(berta);
            awaitRows("select count(*) from contacts where lastname = 'Antonia'", 1);
            awaitRows("select count(*) from contacts", 1);
            assertThat(row("select position_id from _syncs where module = 'Contacts'"))
                    .containsEntry("position_id", anna);
            assertThat(command(0, "status")).contains("contacts: ", "Contacts");
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    private void awaitRows(String count, int expected) {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> number(count) == expected);
    }

    private int number(String query) {
        return database.createQuery(query).mapTo(Integer.class).one();
    }

    private Map<String, Object> row(String query) {
        return database.createQuery(query).mapToMap().one();
    }

    private List<Map<String, Object>> rows(String query) {
        return database.createQuery(query).mapToMap().list();
    }
}
