package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty CRM, and syncs that write to it. */
abstract class SyncTestSupport {

    @TempDir
    Path directory;

    SimulatorServer server;
    SyncsUnderTest syncs;

    @BeforeEach
    void startSyncs() throws Exception {
        server = SimulatorServer.builder().seed("empty").start();
        syncs = new SyncsUnderTest(server, directory);
    }

    @AfterEach
    void stopSyncs() {
        syncs.close();
        server.close();
    }
}
