package io.github.camelvtiger.routes.notice;

import io.github.camelvtiger.routes.settings.SettingsSource;
import io.github.camelvtiger.routes.sync.command.SyncWork;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks each minute whether a person is needed. Without {@code notify.to} the summary of the day is in the log only. */
public final class NoticeListener extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("notice");

    private final Function<CamelContext, SettingsSource> settings;
    private final Supplier<Optional<? extends SyncWork>> syncs;
    private NoticeSending sending;

    /** @param syncs those that run here by now */
    public NoticeListener(
            Function<CamelContext, SettingsSource> settings, Supplier<Optional<? extends SyncWork>> syncs) {
        this.settings = settings;
        this.syncs = syncs;
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        CamelContext context = main.getCamelContext();
        SettingsSource source = settings.apply(context);
        sending = value(source, "notify.to")
                .map(to -> new NoticeSending(context, to))
                .orElse(null);
        Troubles troubles = new Troubles(
                context, Long.parseLong(value(source, "notify.rejects").orElseThrow()));
        NoticePause pause = new NoticePause(InstantSource.system());
        DailySummary daily =
                new DailySummary(LocalTime.parse(value(source, "notify.daily").orElseThrow()), ZonedDateTime.now());
        long every = Long.parseLong(value(source, "notify.every").orElseThrow());
        context.getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(this, "notices")
                .scheduleWithFixedDelay(() -> look(troubles, pause, daily), every, every, TimeUnit.MILLISECONDS);
    }

    private static Optional<String> value(SettingsSource source, String name) {
        return source.value(name).filter(value -> !value.isEmpty());
    }

    private void look(Troubles troubles, NoticePause pause, DailySummary daily) {
        try {
            if (sending != null) {
                troubles.look(syncs.get()).stream().filter(pause::isOver).forEach(sending::send);
            }
            ZonedDateTime now = ZonedDateTime.now();
            if (daily.isDue(now)) {
                syncs.get().ifPresent(work -> summarize(DailySummary.lines(work, now.toInstant())));
            }
        } catch (RuntimeException e) {
            LOG.warn("Whether a person is needed could not be found out: {}", e.getMessage());
        }
    }

    private void summarize(List<String> lines) {
        lines.forEach(line -> LOG.info("Since yesterday, {}", line));
        if (sending != null) {
            sending.send(new Notice("daily", "What happened since yesterday", String.join("\n", lines) + "\n"));
        }
    }

    @Override
    public void beforeStop(BaseMainSupport main) {
        if (sending != null) {
            sending.close();
        }
    }
}
