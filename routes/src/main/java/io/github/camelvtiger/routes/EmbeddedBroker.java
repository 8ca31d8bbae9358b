package io.github.camelvtiger.routes;

import java.io.File;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** An ActiveMQ Artemis inside this process: in memory, reachable from this process only, gone with it. */
final class EmbeddedBroker implements AutoCloseable {

    /** The address under which this process reaches the broker. */
    static final String URL = "vm://0";

    private static final long BYTES_PER_QUEUE = 64L << 20;

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    void start() throws Exception {
        broker.setConfiguration(configuration());
        broker.start();
    }

    private static Configuration configuration() throws Exception {
        // A queue that is not read makes its writer wait, so that it does not eat the memory of the application.
        AddressSettings bounded = new AddressSettings()
                .setMaxSizeBytes(BYTES_PER_QUEUE)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.BLOCK)
                .setDeadLetterAddress(SimpleString.of("vtiger.tickets.dead"))
                // Without one the broker complains of each queue; a message expires only when its sender wants it to.
                .setExpiryAddress(SimpleString.of("expired"));
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("in-vm", URL)
                .addAddressSetting("#", bounded);
        // Nothing is written there without persistence; a path of its own keeps the working directory clean anyway.
        configuration.setBrokerInstance(new File(System.getProperty("java.io.tmpdir"), "vtiger-routes-broker"));
        return configuration;
    }

    @Override
    public void close() throws Exception {
        broker.stop();
    }
}
