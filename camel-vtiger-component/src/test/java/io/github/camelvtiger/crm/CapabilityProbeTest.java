package io.github.camelvtiger.crm;

import static io.github.camelvtiger.crm.Capability.ADD_RELATED;
import static io.github.camelvtiger.crm.Capability.CONVERT_LEAD;
import static io.github.camelvtiger.crm.Capability.COUNT;
import static io.github.camelvtiger.crm.Capability.DELETE_RELATED;
import static io.github.camelvtiger.crm.Capability.FILES_RETRIEVE;
import static io.github.camelvtiger.crm.Capability.LOGOUT;
import static io.github.camelvtiger.crm.Capability.LOOKUP;
import static io.github.camelvtiger.crm.Capability.ORDERS;
import static io.github.camelvtiger.crm.Capability.OWNERS;
import static io.github.camelvtiger.crm.Capability.QUERY_RELATED;
import static io.github.camelvtiger.crm.Capability.RELATED_TYPES;
import static io.github.camelvtiger.crm.Capability.RETRIEVE_INVENTORY;
import static io.github.camelvtiger.crm.Capability.RETRIEVE_RELATED;
import static io.github.camelvtiger.crm.Capability.SYNC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.HostileCrm;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.simulator.Behaviour;
import io.github.camelvtiger.simulator.SimulatorBuilder;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the probes find on servers that can do more or less, and that they change nothing. */
class CapabilityProbeTest {

    private static final Set<Capability> BROKEN_BY_PHP8 =
            EnumSet.of(SYNC, LOGOUT, CONVERT_LEAD, FILES_RETRIEVE, RETRIEVE_INVENTORY);
    private static final Set<Capability> OF_CLOUD = EnumSet.of(DELETE_RELATED, LOOKUP);

    @Test
    void php8() {
        assertUnavailable(SimulatorServer.builder(), union(BROKEN_BY_PHP8, OF_CLOUD));
    }

    @Test
    void php8ThatShowsItsErrors() {
        assertUnavailable(SimulatorServer.builder().displayErrors(true), union(BROKEN_BY_PHP8, OF_CLOUD));
    }

    @Test
    void aRepairedServer() {
        assertUnavailable(SimulatorServer.builder().behaviour(Behaviour.COMPAT), OF_CLOUD);
    }

    @Test
    void release830() {
        assertUnavailable(
                SimulatorServer.builder().release("8.3.0"), union(union(BROKEN_BY_PHP8, OF_CLOUD), Set.of(COUNT)));
    }

    @Test
    void release840() {
        assertUnavailable(
                SimulatorServer.builder().release("8.4.0"),
                union(EnumSet.of(SYNC, LOGOUT, RETRIEVE_INVENTORY), OF_CLOUD));
    }

    @Test
    void release730() {
        assertUnavailable(SimulatorServer.builder().release("7.3.0"), OF_CLOUD);
    }

    /** What is wrong with PHP and its configuration is not the business of those who use Vtiger Cloud. */
    @Test
    void cloud() {
        try (SimulatorServer server = SimulatorServer.builder().rest(true).start();
                VtigerClient client =
                        new VtigerClient(new ClientSettings(server.url(), server.username(), server.accessKey()))) {
            Map<Capability, CapabilityFinding> all = client.capabilities().all().join();
            assertThat(all.values())
                    .filteredOn(CapabilityFinding::isUnavailable)
                    .extracting(CapabilityFinding::capability)
                    .containsExactly(LOGOUT, RETRIEVE_INVENTORY);
            assertThat(all.get(LOGOUT).explanation())
                    .isEqualTo(
                            "each request brings its credentials, so there are no sessions that could be ended; nothing needs"
                                    + " to be done");
            assertThat(all.get(RETRIEVE_INVENTORY).explanation())
                    .isEqualTo("the server does not have the operation; use retrieve, which answers the same");
        }
    }

    @Test
    void theRelationsAreThere() {
        assertThat(EnumSet.of(RELATED_TYPES, RETRIEVE_RELATED, QUERY_RELATED, ADD_RELATED))
                .noneMatch(union(BROKEN_BY_PHP8, OF_CLOUD)::contains);
    }

    @Test
    void aRepairCountsOnceAskedAgain() {
        SimulatorServer broken = SimulatorServer.builder().accessKey("k").start();
        int port = broken.port();
        try (VtigerClient client = new VtigerClient(new ClientSettings(broken.url(), "admin", "k"))) {
            assertThat(client.capabilities().of(SYNC).join().isUnavailable()).isTrue();
            broken.close();
            try (SimulatorServer repaired = SimulatorServer.builder()
                    .accessKey("k")
                    .port(port)
                    .behaviour(Behaviour.COMPAT)
                    .start()) {
                assertThat(client.capabilities().of(SYNC).join().isUnavailable())
                        .isTrue();
                assertThat(client.capabilities().askAgain().join().get(SYNC))
                        .isEqualTo(CapabilityFinding.available(SYNC, "modifiedTime"));
                assertThat(repaired.port()).isEqualTo(port);
            }
        } finally {
            broken.close();
        }
    }

    /** Some administrators renamed the registered parameters instead of repairing the code ({@code releases.md §1}). */
    @Test
    void otherNamesOfParametersAreFound() {
        try (HostileCrm crm = new HostileCrm((request, out) -> (request.parameters().keySet().stream()
                                        .anyMatch(Set.of("mtime", "entityvalues", "file_id")::contains)
                                || request.operation().equals("listtypes")
                        ? HostileCrm.result("[]")
                        : HostileCrm.status("500 Internal Server Error", "Content-Type: text/html", ""))
                .write(request, out))) {
            try (VtigerClient client = new VtigerClient(new ClientSettings(crm.url(), "admin", "key"))) {
                assertThat(client.capabilities().of(SYNC).join().parameter()).isEqualTo("mtime");
                assertThat(client.capabilities().of(CONVERT_LEAD).join().parameter())
                        .isEqualTo("entityvalues");
                assertThat(client.capabilities().of(FILES_RETRIEVE).join().parameter())
                        .isEqualTo("file_id");
            }
        }
    }

    @Test
    void aServerThatFailsAtEverythingShowsNothing() {
        try (HostileCrm crm = new HostileCrm(
                (request, out) -> HostileCrm.status("500 Internal Server Error", "Content-Type: text/html", "")
                        .write(request, out))) {
            try (VtigerClient client = new VtigerClient(new ClientSettings(
                    crm.url(),
                    "admin",
                    "key",
                    ClientSettings.Protocol.AUTO,
                    1,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    0,
                    0,
                    1,
                    ClientSettings.MAX_ANSWER_SIZE,
                    ClientSettings.MAX_RETRY_AFTER,
                    null,
                    true,
                    null))) {
                Map<Capability, CapabilityFinding> all =
                        client.capabilities().all().join();
                assertThat(all.values()).allSatisfy(finding -> {
                    assertThat(finding.state()).isEqualTo(CapabilityFinding.State.UNKNOWN);
                    assertThat(finding.reason()).isNotEmpty();
                });
            }
        }
    }

    private static void assertUnavailable(SimulatorBuilder server, Set<Capability> expected) {
        try (SimulatorServer crm = server.start();
                VtigerClient client = new VtigerClient(new ClientSettings(crm.url(), "admin", crm.accessKey()))) {
            client.query("select id from Contacts;").join();
            long before = records(client);
            Map<Capability, CapabilityFinding> all = client.capabilities().all().join();
            Set<Capability> unavailable = EnumSet.noneOf(Capability.class);
            all.values().stream()
                    .filter(CapabilityFinding::isUnavailable)
                    .map(CapabilityFinding::capability)
                    .forEach(unavailable::add);
            assertThat(unavailable).isEqualTo(expected);
            assertThat(all.get(ORDERS).state()).isEqualTo(CapabilityFinding.State.UNKNOWN);
            assertThat(all.get(OWNERS).state()).isEqualTo(CapabilityFinding.State.UNKNOWN);
            assertThat(unavailable)
                    .allSatisfy(
                            capability -> assertThat(all.get(capability).cure()).isNotEmpty());
            assertThat(records(client)).isEqualTo(before);
            assertThat(client.listTypes().join()).contains("Contacts");
        }
    }

    private static long records(VtigerClient client) {
        return client.query("select id from Contacts;").join().size()
                + client.query("select id from Leads;").join().size();
    }

    private static Set<Capability> union(Set<Capability> one, Set<Capability> other) {
        Set<Capability> both = EnumSet.copyOf(one);
        both.addAll(other);
        return both;
    }
}
