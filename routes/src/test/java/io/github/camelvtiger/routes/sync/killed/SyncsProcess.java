package io.github.camelvtiger.routes.sync.killed;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.VtigerConnection;
import io.github.camelvtiger.changes.FileCursorStore;
import io.github.camelvtiger.routes.PollFailures;
import io.github.camelvtiger.routes.sync.RunningSyncs;
import io.github.camelvtiger.routes.sync.SyncSettings;
import io.github.camelvtiger.routes.sync.rename.SyncCursors;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.impl.DefaultCamelContext;

/** The syncs of a directory, running as in the application. */
record SyncsProcess(DefaultCamelContext context, RunningSyncs syncs) implements AutoCloseable {

    /** How long a save may go on whose answer did not come. */
    private static final long LONGEST_SAVE_MILLIS = 5000;

    static SyncsProcess start(Addresses at) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        VtigerComponent vtiger = new VtigerComponent();
        vtiger.getConfiguration().setUrl(at.crm());
        vtiger.getConfiguration().setUsername(at.username());
        vtiger.getConfiguration().setAccessKey(at.key());
        vtiger.getConfiguration().setVerifyDelay(LONGEST_SAVE_MILLIS);
        vtiger.getConfiguration().setDeletedCheckPeriod(500);
        context.addComponent("vtiger", vtiger);
        VtigerConnection other = new VtigerConnection();
        other.setUrl(at.other());
        other.setUsername(at.username());
        other.setAccessKey(at.otherKey());
        Path cursors = at.directory().resolve("cursors");
        context.getPropertiesComponent().addInitialProperty("poll.delay", "100");
        context.getPropertiesComponent().addInitialProperty("cursor.directory", cursors.toString());
        context.getRegistry().bind("other", other);
        context.getRegistry().bind("crmWatch", new PollFailures());
        context.getRegistry()
                .bind("connectionFactory", ConnectionFactory.class, new ActiveMQConnectionFactory(at.broker()));
        context.start();
        SyncSettings settings = new SyncSettings(
                at.directory().resolve("syncs"),
                at.directory().resolve("plans"),
                StoreAddress.files(at.directory().resolve("store")),
                name -> new StoreAddress(at.database(name), Optional.empty(), Optional.empty()),
                Duration.ZERO,
                Duration.ofMinutes(1),
                Duration.ofDays(90),
                at.crm() + " as " + at.username(),
                SyncCursors.of(new FileCursorStore(cursors), InstantSource.system()),
                text -> text);
        return new SyncsProcess(context, RunningSyncs.start(context, settings, true));
    }

    @Override
    public void close() {
        context.stop();
        syncs.close();
    }

    /** Until it is killed. */
    public static void main(String[] arguments) throws Exception {
        start(Addresses.of(arguments));
        Thread.currentThread().join();
    }
}
