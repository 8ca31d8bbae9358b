package io.github.camelvtiger.benchmarks;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The first load of a feed from a simulator with its cost model, by routes that take longer or shorter for a record and
 * have fewer or more of them in hand; and how much of its time nothing was in flight, because a page was being read.
 */
@Command(
        name = "feed",
        mixinStandardHelpOptions = true,
        description = "How much of a feed's time goes into reading pages.")
public final class FeedBenchmark implements Callable<Integer> {

    @Option(names = "--contacts", defaultValue = "1000", description = "To be delivered (${DEFAULT-VALUE}).")
    private int contacts;

    @Option(
            names = "--route-millis",
            split = ",",
            defaultValue = "0,5,50",
            description = "A record (${DEFAULT-VALUE}).")
    private List<Integer> routeMillis;

    @Option(
            names = "--in-flight",
            split = ",",
            defaultValue = "1,10,100",
            description = "maxInFlight (${DEFAULT-VALUE}).")
    private List<Integer> inFlight;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FeedBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (SimulatorServer crm = SimulatorServer.builder()
                .seed("contacts=" + contacts)
                .costModel(true)
                .start()) {
            load(crm, new Work(0, contacts), 100);
            for (int millis : routeMillis) {
                for (int most : inFlight) {
                    Work work = new Work(millis, contacts);
                    double seconds = load(crm, work, most);
                    double reading = seconds - work.busySeconds();
                    System.out.printf(
                            "route %2d ms, maxInFlight %3d: %6.2f s, reading %5.2f s (%2.0f %%), saved by reading ahead at most %2.0f %%%n",
                            millis,
                            most,
                            seconds,
                            reading,
                            100 * reading / seconds,
                            100 * Math.min(reading, work.busySeconds()) / seconds);
                }
            }
        }
        return CommandLine.ExitCode.OK;
    }

    /** @return seconds from the first delivery to the last */
    private static double load(SimulatorServer crm, Work work, int inFlight) throws Exception {
        Path cursors = Files.createTempDirectory("feed-benchmark");
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            VtigerComponent component = new VtigerComponent();
            component.getConfiguration().setUrl(crm.url());
            component.getConfiguration().setUsername(crm.username());
            component.getConfiguration().setAccessKey(crm.accessKey());
            context.addComponent("vtiger", component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("vtiger:changes/Contacts?startFrom=beginning&initialDelay=0&maxInFlight=" + inFlight
                                    + "&cursorDirectory=RAW(" + cursors + ")")
                            .process(work);
                }
            });
            context.start();
            return work.await();
        } finally {
            work.end();
        }
    }

    /** A step that takes its time without a thread, as one does that waits for another system. */
    private static final class Work extends AsyncProcessorSupport {

        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        private final int millis;
        private final CountDownLatch missing;
        private int underWay;
        private long began;
        private long busySince;
        private long busyNanos;
        private long ended;

        Work(int millis, int records) {
            this.millis = millis;
            this.missing = new CountDownLatch(records);
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            begin();
            if (millis == 0) {
                end(callback, true);
                return true;
            }
            clock.schedule(() -> end(callback, false), millis, TimeUnit.MILLISECONDS);
            return false;
        }

        private synchronized void begin() {
            long now = System.nanoTime();
            if (began == 0) {
                began = now;
            }
            if (underWay++ == 0) {
                busySince = now;
            }
        }

        private void end(AsyncCallback callback, boolean synchronous) {
            synchronized (this) {
                ended = System.nanoTime();
                if (--underWay == 0) {
                    busyNanos += ended - busySince;
                }
            }
            callback.done(synchronous);
            missing.countDown();
        }

        synchronized double busySeconds() {
            return busyNanos / 1e9;
        }

        double await() throws InterruptedException {
            missing.await();
            synchronized (this) {
                return (ended - began) / 1e9;
            }
        }

        void end() {
            clock.shutdownNow();
        }
    }
}
