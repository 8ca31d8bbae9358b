package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.definition.Limits;
import io.github.camelvtiger.routes.sync.store.FullDisk;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the store gets full while a run writes. */
class FullDiskTest {

    private static final int ROWS = 250;

    @TempDir
    Path directory;

    @Test
    void theRunStopsBeforeItsNextWriteAndGoesOnWhenThereIsRoom() throws Exception {
        Path file = Files.write(
                directory.resolve("leads.csv"),
                Stream.concat(
                                Stream.of("lastname,email", ",nobody@example.com"),
                                IntStream.range(0, ROWS).mapToObj(row -> "Lead " + row + ",l" + row + "@example.com"))
                        .toList());
        try (SimulatorServer server = SimulatorServer.builder().seed("empty").start()) {
            // The second portion is written on a full disk.
            server.faults().onCall("create", () -> {
                if (server.crm().records("Leads").size() == 150) {
                    FullDisk.fill();
                }
            });
            try (SyncsUnderTest syncs = new SyncsUnderTest(server, directory, FullDisk.files(directory))) {
                syncs.add(RunIntoCrmTest.sync("full", List.of(), Limits.NONE));

                RunReport report = syncs.run("full", RunRequest.run(file));

                assertThat(report.outcome()).isEqualTo(RunReport.Outcome.FAILED);
                assertThat(report.message().orElseThrow())
                        .startsWith("The database of the syncs at ")
                        .endsWith("see that its disk has room, and start again.")
                        .doesNotContain("insert into", "@example.com");
            }
            assertThat(leads(server).size()).isBetween(150, 160);
            FullDisk.makeRoom();

            try (SyncsUnderTest syncs = new SyncsUnderTest(server, directory, FullDisk.files(directory))) {
                syncs.add(RunIntoCrmTest.sync("full", List.of(), Limits.NONE));

                RunReport report = syncs.run("full", RunRequest.run(file));

                assertThat(report.outcome()).isEqualTo(RunReport.Outcome.DONE);
                assertThat(report.counts().created()).isEqualTo(ROWS);
                assertThat(leads(server))
                        .extracting(lead -> lead.get("lastname"))
                        .doesNotHaveDuplicates()
                        .hasSize(ROWS);
                assertThat(syncs.store.rejects().open("full"))
                        .extracting(Reject::place)
                        .containsExactly("line 2");
            }
        }
    }

    private static List<Map<String, String>> leads(SimulatorServer server) {
        return server.crm().records("Leads");
    }
}
