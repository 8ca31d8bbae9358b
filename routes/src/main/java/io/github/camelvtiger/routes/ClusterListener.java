package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.cluster.ClusterServices;
import io.github.camelvtiger.routes.cluster.LeaderRoutes;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.component.master.MasterComponent;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.model.Model;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets several instances of the application run: one of them leads and does what only one may do, the others stand by.
 * Only against a real CRM, and not in a run with {@code --once}, which has to do its work itself.
 */
final class ClusterListener extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("cluster");

    private final CrmListener crm;
    private final boolean once;

    ClusterListener(CrmListener crm, boolean once) {
        this.crm = crm;
        this.once = once;
    }

    @Override
    public void beforeInitialize(BaseMainSupport main) {
        CamelContext context = main.getCamelContext();
        Settings settings = Settings.of(context);
        if (once || crm.demo().isPresent()) {
            return;
        }
        String kind = settings.require("cluster.service", "it says how several instances find their leader");
        switch (kind) {
            case "none" -> LOG.info("Cluster: none, this must be the only instance");
            case "file" -> {
                Path directory =
                        Path.of(settings.require("cluster.directory", "the instances of this host meet there"));
                LOG.info("Cluster: instances on this host with the directory {}; one leads", directory);
                join(settings, context, ClusterServices.fileLock(directory));
            }
            case "zookeeper" -> {
                String nodes = settings.require("cluster.zookeeper.nodes", "cluster.service is zookeeper");
                settings.require("cursor.jdbc.url", "with cluster.service=zookeeper the hosts share their cursors");
                String path = settings.require("cluster.zookeeper.path", "the instances meet there");
                LOG.info("Cluster: instances at ZooKeeper {}{}; one leads", nodes, path);
                join(settings, context, ClusterServices.zooKeeper(nodes, path));
            }
            default ->
                throw new IllegalStateException(
                        "The setting cluster.service is '" + kind + "'; it must be file, zookeeper or none.");
        }
    }

    private static void join(Settings settings, CamelContext context, CamelClusterService service) {
        MasterComponent master = new MasterComponent();
        master.setService(service);
        // A consumer that does not start is tried for ever: else the leadership is kept and nothing is read.
        master.setBackOffMaxAttempts(Integer.MAX_VALUE);
        context.addComponent("master", master);
        try {
            // By hand and now: among the beans of the settings it would be found too late.
            context.addService(service, true, true);
        } catch (Exception e) {
            throw new IllegalStateException("The cluster service could not be added: " + e.getMessage(), e);
        }
        context.getCamelContextExtension()
                .getContextPlugin(Model.class)
                .addModelLifecycleStrategy(
                        new LeaderRoutes(settings.find("store.url").isPresent()));
    }
}
