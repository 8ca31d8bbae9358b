package io.github.camelvtiger.routes.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.TestJvm;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresSyncStoreTest extends SyncStoreContract {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            // One database may be that of the cursors, too.
            statement.execute("CREATE TABLE vtiger_cursor (cursor_id INT)");
        }
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

    @Test
    void aLeaseIsOfOneProcessUntilItEndsOrIsKilled() throws Exception {
        try (SyncStore one = SyncStore.open(address(), InstantSource.system());
                SyncStore other = SyncStore.open(address(), InstantSource.system())) {
            Leases ours = one.leases().orElseThrow();
            Leases theirs = other.leases().orElseThrow();
            assertThat(ours.take("people")).isEmpty();
            ours.named("people", "people-1");
            assertThat(theirs.take("people"))
                    .hasValueSatisfying(holder -> assertThat(holder.run()).contains("people-1"));
            assertThat(theirs.take("others")).isEmpty();
            ours.release("people");
            assertThat(theirs.take("people")).isEmpty();
            assertThat(ours.isHeld("people")).isFalse();
            theirs.release("people");

            Process killed = TestJvm.of(LeaseProcess.class, postgres.getJdbcUrl("postgres", "postgres"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(killed.getInputStream(), StandardCharsets.UTF_8));
            assertThat(output.lines().anyMatch("taken"::equals)).isTrue();
            assertThat(ours.take("killed")).as("the other process renews it").isPresent();
            killed.destroyForcibly();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> ours.take("killed").isEmpty());
        }
    }

    @Test
    void whoWasPausedForLongLearnsThatTheLeaseIsLost() throws Exception {
        try (SyncStore store = SyncStore.open(address(), InstantSource.system())) {
            Leases leases = store.leases().orElseThrow();
            assertThat(leases.take("paused")).isEmpty();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("update sync_lease set expires = clock_timestamp() - interval '1 second'");
            }
            leases.renew();
            assertThat(leases.isHeld("paused")).isFalse();
        }
    }

    /** A process that has a lease of two seconds, and renews it until it is killed. */
    static final class LeaseProcess {

        public static void main(String[] arguments) throws Exception {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(arguments[0]);
            Leases leases =
                    new Leases(new Database(source, "the test", UnaryOperator.identity()), Duration.ofSeconds(2));
            if (leases.take("killed").isEmpty()) {
                System.out.println("taken");
                System.out.flush();
            }
            // Until it is killed, or its parent ends.
            System.in.read();
        }
    }
}
