package io.github.camelvtiger;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ManagementStrategy;

/**
 * Offers a consumer by JMX that another consumer starts, such as that of master, when it becomes the leader: of those that
 * come so late Camel manages none.
 */
final class ManagedDelegate {

    private final Consumer consumer;
    private Object managed;

    ManagedDelegate(Consumer consumer) {
        this.consumer = consumer;
    }

    void start() throws Exception {
        CamelContext context = consumer.getEndpoint().getCamelContext();
        ManagementStrategy strategy = context.getManagementStrategy();
        if (strategy != null && strategy.getManagementObjectStrategy() != null) {
            managed = strategy.getManagementObjectStrategy().getManagedObjectForConsumer(context, consumer);
            strategy.manageObject(managed);
        }
    }

    void stop() throws Exception {
        if (managed != null) {
            consumer.getEndpoint().getCamelContext().getManagementStrategy().unmanageObject(managed);
            managed = null;
        }
    }
}
