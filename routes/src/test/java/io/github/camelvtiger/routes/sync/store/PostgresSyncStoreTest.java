package io.github.camelvtiger.routes.sync.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresSyncStoreTest extends SyncStoreContract {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Override
    StoreAddress address() {
        return new StoreAddress(
                postgres.getJdbcUrl("postgres", "postgres"), Optional.of("postgres"), Optional.of("postgres"));
    }
}
