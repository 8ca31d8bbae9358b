package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cursors of the feeds that this instance leads, by JMX. */
class ManagedLeaderTest {

    @TempDir
    Path directory;

    @Test
    void theLeadersCursorsAreManagedAsThoseOfAnyFeed() throws Exception {
        try (SimulatorServer crm = SimulatorServer.builder().seed("empty").start();
                RunningApplication application = RunningApplication.against(
                        crm,
                        directory,
                        Map.of(
                                "tickets.enabled",
                                "true",
                                "cluster.service",
                                "file",
                                "cluster.directory",
                                directory.resolve("locks").toString()))) {
            MBeanServer beans = application
                    .context()
                    .getManagementStrategy()
                    .getManagementAgent()
                    .getMBeanServer();
            ObjectName feeds = new ObjectName("org.apache.camel:type=consumers,name=ChangesConsumer*,*");
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> !beans.queryNames(feeds, null).isEmpty());
            Set<ObjectName> names = beans.queryNames(feeds, null);
            for (ObjectName feed : names) {
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> ((String) beans.invoke(feed, "showCursor", new Object[0], new String[0]))
                                .contains("read up to:"));
                assertThat((List<?>) beans.invoke(feed, "parkedRecords", new Object[0], new String[0]))
                        .isEmpty();
            }
        }
    }
}
