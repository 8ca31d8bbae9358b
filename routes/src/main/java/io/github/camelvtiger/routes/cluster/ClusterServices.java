package io.github.camelvtiger.routes.cluster;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.component.zookeeper.cluster.ZooKeeperClusterService;

/** Camel's cluster services, set so that a leader that was killed is replaced after seconds, not after Camel's minute. */
public final class ClusterServices {

    private static final long SESSION_MILLIS = 5_000;

    private ClusterServices() {}

    /** For instances on one host, or with one directory whose locks work: a leader that is only stopped keeps its lock. */
    public static CamelClusterService fileLock(Path directory) {
        FileLockClusterService service = new FileLockClusterService();
        service.setRoot(directory.toAbsolutePath().toString());
        service.setAcquireLockDelay(1, TimeUnit.SECONDS);
        service.setAcquireLockInterval(1, TimeUnit.SECONDS);
        return service;
    }

    /** @param nodes {@code host:port}, several with commas between them */
    public static CamelClusterService zooKeeper(String nodes, String path) {
        ZooKeeperClusterService service = new ZooKeeperClusterService();
        service.setId(ManagementFactory.getRuntimeMXBean().getName());
        service.setNodes(nodes);
        service.setBasePath(path);
        service.setSessionTimeout(SESSION_MILLIS);
        service.setConnectTimeout(SESSION_MILLIS);
        return service;
    }
}
