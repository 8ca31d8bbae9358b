package io.github.camelvtiger.routes.sync.killed;

import io.github.camelvtiger.routes.ExternalBroker;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.h2.tools.Server;

/** The servers between which the syncs carry data. They outlive the process of the syncs. */
final class Surroundings implements AutoCloseable {

    private static final int SAVE_MILLIS = 20;

    private final SimulatorServer crm = SimulatorServer.builder().seed("empty").start();
    private final SimulatorServer other =
            SimulatorServer.builder().seed("empty").start();
    private final ExternalBroker broker;
    private final Server databases;
    private final Addresses addresses;

    Surroundings(Path directory) throws Exception {
        broker = ExternalBroker.start(Files.createDirectories(directory.resolve("broker")));
        databases = Server.createTcpServer(
                        "-tcpPort",
                        Integer.toString(freePort()),
                        "-baseDir",
                        directory.resolve("databases").toString(),
                        "-ifNotExists")
                .start();
        addresses = new Addresses(
                crm.url(),
                crm.accessKey(),
                other.url(),
                other.accessKey(),
                crm.username(),
                broker.url(),
                "jdbc:h2:" + databases.getURL() + "/./",
                directory);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    SimulatorServer crm() {
        return crm;
    }

    SimulatorServer other() {
        return other;
    }

    ExternalBroker broker() {
        return broker;
    }

    Addresses addresses() {
        return addresses;
    }

    /** From now on a save takes some time, as with a real CRM, so that a process is killed in the middle of what it was fed with. */
    void slowSaves() {
        for (SimulatorServer server : new SimulatorServer[] {crm, other}) {
            server.faults().onCall("create", Surroundings::save);
            server.faults().onCall("revise", Surroundings::save);
        }
    }

    void fastSaves() {
        crm.faults().clear();
        other.faults().clear();
    }

    private static void save() {
        try {
            TimeUnit.MILLISECONDS.sleep(SAVE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws Exception {
        broker.close();
        databases.stop();
        other.close();
        crm.close();
    }
}
