package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.demo.SampleFile;
import io.github.camelvtiger.routes.once.CronRun;
import io.github.camelvtiger.routes.once.ExportOnce;
import io.github.camelvtiger.routes.once.FeedComplaints;
import io.github.camelvtiger.routes.once.FeedWatch;
import io.github.camelvtiger.routes.once.Leftover;
import io.github.camelvtiger.routes.once.OnceRun;
import io.github.camelvtiger.routes.once.RunWatch;
import io.github.camelvtiger.routes.once.WaitingSyncs;
import io.github.camelvtiger.routes.sync.RunningSyncs;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.run.Predecessor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the application stop when everything is drained, and say what it did. */
final class OnceListener extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("once");

    private final CrmListener crm;
    private final SyncsListener syncs;
    private final Tally tally;
    private final boolean allowRejects;
    private final FeedWatch feeds = new FeedWatch(System::nanoTime);
    private final RunWatch runs = new RunWatch();
    private volatile boolean done;

    /**
     * @param syncs started before
     * @param allowRejects whether the run succeeds although rows were rejected
     */
    OnceListener(CrmListener crm, SyncsListener syncs, Tally tally, boolean allowRejects) {
        this.crm = crm;
        this.syncs = syncs;
        this.tally = tally;
        this.allowRejects = allowRejects;
    }

    /** Whether everything was drained, and nothing was refused that makes the run fail. */
    boolean done() {
        return done;
    }

    @Override
    public void beforeStart(BaseMainSupport main) {
        main.getCamelContext().getManagementStrategy().addEventNotifier(feeds);
        main.getCamelContext().getManagementStrategy().addEventNotifier(runs);
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        CamelContext context = main.getCamelContext();
        context.getExecutorServiceManager()
                .newSingleThreadExecutor(this, "once")
                .execute(() -> {
                    try {
                        run(context);
                    } catch (InterruptedException e) {
                        // Ctrl-C: the run was not drained, and the application is stopping already.
                        Thread.currentThread().interrupt();
                    } catch (IOException | RuntimeException e) {
                        LOG.error("The run ends early: {}", Sentence.of(e));
                    } finally {
                        ((Main) main).completed();
                    }
                });
    }

    private static Path droppedSample(Settings settings) throws IOException {
        Path data = Path.of(settings.require("data.directory", "it says where files are written"));
        try {
            return SampleFile.dropInto(data);
        } catch (IOException e) {
            throw new IOException("The sample file cannot be written under " + data + ": " + Sentence.of(e));
        }
    }

    /** An export at the times of a cron, which is not waited for, and the rows that wait in a table. */
    private static boolean isRunNow(SyncDefinition sync) {
        return sync.from() instanceof Source.Table
                || sync.from() instanceof Source.Crm from && from.cron().isPresent();
    }

    private Predecessor predecessor(SyncDefinition sync) {
        return new Predecessor(syncs.running().orElseThrow().store().runs(), sync.name(), sync.after());
    }

    private void run(CamelContext context) throws IOException, InterruptedException {
        if (syncs.failed()) {
            throw new IllegalStateException("The syncs could not be begun, see above; correct that, or stop the other"
                    + " application that runs here.");
        }
        Settings settings = Settings.of(context);
        List<SyncDefinition> running = syncs.running().map(RunningSyncs::definitions).orElse(List.of()).stream()
                .filter(SyncDefinition::enabled)
                .toList();
        // It shows two rejected rows on purpose.
        boolean sample = crm.demo().isPresent()
                && running.stream().anyMatch(sync -> sync.name().equals(SampleFile.SYNC));
        if (sample) {
            LOG.info("A sample file was dropped at {}", droppedSample(settings));
        }
        // The inspection of the settings left a number of minutes.
        Duration limit = Duration.ofMinutes(
                Long.parseLong(settings.require("once.minutes", "it is the limit of a run with --once")));
        Optional<ExportOnce> export = settings.isOn("export.enabled")
                ? Optional.of(new ExportOnce(context.createProducerTemplate(), CrmWatch::isOutage))
                : Optional.empty();
        List<CronRun> crons = new ArrayList<>();
        WaitingSyncs waiting = new WaitingSyncs(
                running, this::predecessor, new SyncWorkLeft(context, feeds, crons, this::predecessor)::of);
        running.stream()
                .filter(OnceListener::isRunNow)
                .map(sync -> new CronRun(syncs.running().orElseThrow(), sync.name(), () -> waiting.isGivenUp(sync)))
                .forEach(crons::add);
        List<Leftover> modules = running.stream()
                .map(SyncDefinition::name)
                .<Leftover>map(sync -> () -> syncs.running().flatMap(found -> found.unread(sync)))
                .toList();
        OnceStages stages = new OnceStages(
                context,
                export,
                running,
                crons,
                modules,
                waiting,
                feeds,
                tally,
                crm.demo().map(Demo::edits));
        boolean drained = new OnceRun(limit, stages.all()).run();
        Summary summary = new Summary(
                settings,
                syncs.running(),
                syncs.broken(),
                FeedComplaints.of(context),
                runs,
                feeds,
                tally,
                export,
                allowRejects || sample);
        summary.write(LOG);
        List<String> givenUp = waiting.givenUp();
        givenUp.forEach(LOG::error);
        done = drained
                && givenUp.isEmpty()
                && summary.isGood()
                && crons.stream().noneMatch(CronRun::failed);
    }
}
