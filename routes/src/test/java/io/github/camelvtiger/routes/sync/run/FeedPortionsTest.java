package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.mapping.MappedRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The portions in which the records of a feed are written. */
class FeedPortionsTest extends SyncTestSupport {

    @Test
    void aPortionThatEndsInAnErrorComesAgain() throws Exception {
        Path files = Files.createDirectories(directory.resolve("syncs"));
        Files.writeString(files.resolve("leads.yaml"), "from: { crm: Contacts }\nto: { crm: Leads, match: [email] }\n");
        server.crm().create("Contacts", Map.of("lastname", "Anna", "email", "anna@example.com"));
        AtomicInteger tries = new AtomicInteger();
        syncs.mapping = row -> {
            if (tries.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("a class that only some rows need");
            }
            return new MappedRow.Record(Map.of(
                    "lastname",
                    row.cells().get("lastname"),
                    "email",
                    row.cells().get("email"),
                    "company",
                    "Partner"));
        };

        syncs.addFeeds(
                SyncFiles.read(files, UnaryOperator.identity()).files().get(0).definition(),
                directory.resolve("cursors"));

        await().atMost(Duration.ofSeconds(60)).until(() -> server.crm().count("Leads") == 1);
        assertThat(tries).hasValueGreaterThan(1);
        assertThat(syncs.store.rejects().open("leads")).isEmpty();
    }
}
