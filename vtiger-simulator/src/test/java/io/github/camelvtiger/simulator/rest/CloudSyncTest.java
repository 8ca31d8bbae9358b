package io.github.camelvtiger.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.SimulatorServer;
import org.junit.jupiter.api.Test;

/** {@code sync}, whose pages are larger than elsewhere of Vtiger Cloud, over HTTP; what it answers is documented or assumed, never recorded. */
class CloudSyncTest {

    @Test
    void aPageOfSyncHoldsTwoHundredChanges() throws Exception {
        SimulatorServer server =
                SimulatorServer.builder().rest(true).seed("contacts=1000").start();
        try (server) {
            JsonNode page = RestCalls.result(RestCalls.as("admin", server)
                    .get("sync", "modifiedTime", "1", "elementType", "Contacts", "syncType", "application"));

            assertThat(page.get("updated").size()).isGreaterThanOrEqualTo(200);
        }
    }
}
