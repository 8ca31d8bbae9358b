package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.demo.SampleLeads;
import io.github.camelvtiger.routes.once.ExportOnce;
import io.github.camelvtiger.routes.once.FeedWatch;
import io.github.camelvtiger.routes.once.OnceRun;
import io.github.camelvtiger.routes.once.RefusedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
    private final Tally tally;
    private final RefusedFiles refusedFiles = new RefusedFiles("leads-from-csv");
    private FeedWatch watch;
    private volatile boolean done;

    OnceListener(CrmListener crm, Tally tally) {
        this.crm = crm;
        this.tally = tally;
    }

    /** Whether everything was drained, and nothing was refused as a whole. */
    boolean done() {
        return done;
    }

    @Override
    public void beforeStart(BaseMainSupport main) {
        watch = new FeedWatch(
                record -> crm.demo().ifPresent(demo -> demo.ledger().delivered(record)));
        main.getCamelContext().getManagementStrategy().addEventNotifier(watch);
        main.getCamelContext().getManagementStrategy().addEventNotifier(refusedFiles);
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
            return SampleLeads.dropInto(data);
        } catch (IOException e) {
            throw new IOException("A CSV file of leads cannot be written under " + data + ": " + Sentence.of(e));
        }
    }

    private void run(CamelContext context) throws IOException, InterruptedException {
        Settings settings = Settings.of(context);
        if (crm.demo().isPresent()) {
            LOG.info("A CSV file of leads was dropped at {}", droppedSample(settings));
        }
        // The inspection of the settings left a number of minutes.
        Duration limit = Duration.ofMinutes(
                Long.parseLong(settings.require("once.minutes", "it is the limit of a run with --once")));
        ExportOnce export = new ExportOnce(context.createProducerTemplate(), CrmWatch::isOutage);
        OnceStages stages = new OnceStages(
                context, export, watch, tally, crm.demo().map(Demo::ledger).orElse(null));
        boolean drained = new OnceRun(limit, stages.all()).run();
        new Summary(settings, watch, tally, refusedFiles.number(), export.failed()).write(LOG);
        done = drained && refusedFiles.number() == 0 && !export.failed();
    }
}
