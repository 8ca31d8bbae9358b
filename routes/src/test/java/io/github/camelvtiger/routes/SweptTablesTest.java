package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.template.EjectedRoutes;
import io.github.camelvtiger.routes.sync.template.OwnRoutes;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sweep of a feed into tables compares them on the way. */
class SweptTablesTest extends SyncApplicationTestSupport {

    private static final int RECORDS = 250;

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
        settings.put("camel.component.vtiger.verify-delay", "1500");
        settings.put("poll.delay", "500");
        return settings;
    }

    @Test
    void whatDiffersIsSaidAndPutRightAndNothingMoreIsAskedOtherwise() throws Exception {
        sync("contacts", "from: { crm: Contacts, sweep: 1d }\nto: { table: warehouse }\n");
        sweepEvery("10s");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            ids.add(crm.crm().create("Contacts", Map.of("lastname", "N" + i)));
        }
        try (RunningApplication application = application()) {
            Instant first = awaitVerifiedAfter(Instant.EPOCH);
            long before = crm.calls().size();
            awaitVerifiedAfter(first);
            assertThat(crm.calls().stream().skip(before).map(call -> call.toString()
                            .toLowerCase(Locale.ROOT)))
                    .as("a sweep reads its pages, and the feed looks for changes and deletions")
                    .anyMatch(call -> call.contains("select * from contacts where id >"))
                    .noneMatch(call -> call.contains("id in ("));

            database.execute("delete from contacts where id = ?", ids.get(3));
            database.execute("update contacts set lastname = 'Planted' where id = ?", ids.get(120));
            database.execute("insert into contacts (id, lastname) values ('12x900001', 'Nobody')");
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> number("select count(*) from contacts") == RECORDS
                            && number("select count(*) from contacts where lastname in ('Planted', 'Nobody')") == 0);
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(command(0, "status"))
                    .containsPattern("at .* a sweep found \\d rows? of Contacts that differed, and put \\d right"));
            assertThat(command(0, "status", "--json")).contains("\"verifiedUntil\":\"20");
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    /** More often than a sync file allows. */
    private void sweepEvery(String period) throws IOException {
        SyncDefinition sync = SyncFiles.read(syncs, text -> text).files().get(0).definition();
        Files.writeString(
                OwnRoutes.file(sync),
                new EjectedRoutes(sync, text -> text)
                        .text(SyncRouteList.of(sync, module -> false))
                        .replace("sweepPeriod=1d", "sweepPeriod=" + period));
    }

    private Instant awaitVerifiedAfter(Instant time) {
        return await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(
                        () -> database.createQuery("select verified_until from _syncs where module = 'Contacts'")
                                .mapTo(Instant.class)
                                .one(),
                        until -> until != null && until.isAfter(time));
    }

    private int number(String query) {
        return database.createQuery(query).mapTo(Integer.class).one();
    }
}
