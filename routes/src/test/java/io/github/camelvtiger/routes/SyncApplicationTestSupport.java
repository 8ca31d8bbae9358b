package io.github.camelvtiger.routes;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty CRM, a directory of sync files, and an application of this process that runs them. */
abstract class SyncApplicationTestSupport {

    @TempDir
    Path directory;

    Path syncs;
    SimulatorServer crm;

    @BeforeEach
    void startCrm() throws IOException {
        syncs = Files.createDirectories(directory.resolve("syncs"));
        crm = SimulatorServer.builder().seed("empty").start();
    }

    @AfterEach
    void stopCrm() {
        crm.close();
    }

    /** @param text in which {@code %s} is the directory of the test */
    void sync(String name, String text) throws IOException {
        Files.writeString(syncs.resolve(name + ".yaml"), text.replace("%s", directory.toString()));
    }

    RunningApplication application() {
        return RunningApplication.against(crm, directory, settings());
    }

    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Map.of("syncs.directory", syncs.toString()));
        settings.put("camel.component.vtiger.deleted-check-period", "500");
        settings.put("cursor.directory", directory.resolve("cursors").toString());
        return settings;
    }

    /** Gives the application a named connection. */
    static void connect(String name, SimulatorServer to, Map<String, String> settings) {
        String bean = "camel.beans." + name;
        settings.put(bean, "#class:io.github.camelvtiger.VtigerConnection");
        settings.put(bean + ".url", to.url());
        settings.put(bean + ".username", to.username());
        settings.put(bean + ".access-key", to.accessKey());
    }

    /** Gives the application a command of {@code sync}. */
    String command(int exitCode, String... arguments) throws IOException {
        return GivenCommand.to(directory, exitCode, arguments);
    }

    /** The id of the last run of a sync. */
    String lastRun(String sync) throws IOException {
        String status = command(0, "status");
        int begin = status.indexOf(sync + ": ") + sync.length() + 2;
        return status.substring(begin, status.indexOf(' ', begin));
    }

    static long queries(SimulatorServer crm) {
        return crm.calls().stream()
                .filter(call -> "query".equals(call.operation()))
                .count();
    }
}
