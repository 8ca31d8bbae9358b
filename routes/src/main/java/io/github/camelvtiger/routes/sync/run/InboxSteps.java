package io.github.camelvtiger.routes.sync.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.camel.Body;
import org.apache.camel.CamelContext;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a file that was dropped: it lies in {@code done/} when it was read to its end, in {@code failed/} with the
 * reason beside it when it could not be, and where it is while its run is not over. Beside it lie a file of its rejects, and one of
 * the rows behind the place where it breaks off.
 */
public final class InboxSteps {

    private static final Logger LOG = LoggerFactory.getLogger("sync");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final RejectFiles rejects;
    private final RemainingRows remaining;

    public InboxSteps(RejectFiles rejects, RemainingRows remaining) {
        this.remaining = remaining;
        this.rejects = rejects;
    }

    /**
     * The run, which waits for a CRM that does not answer. It has an exchange of its own: if a step of it fails, the error handler of its
     * route answers with a report, but Camel takes an exchange that an error handler has handled no further, so the file would stay where
     * it is and be read again for ever.
     */
    public RunReport run(@Body File file, @ExchangeProperty("syncName") String sync, CamelContext context)
            throws IOException {
        try (ProducerTemplate template = context.createProducerTemplate()) {
            return template.requestBody(
                    SyncRoutes.endpoint(sync), RunRequest.run(file.toPath()).waiting(), RunReport.class);
        }
    }

    public void move(@Body RunReport report, @ExchangeProperty("syncFile") File dropped) throws IOException {
        if (!dropped.exists()) {
            LOG.warn("{} was taken away while it was read, so it is neither in done/ nor in failed/.", dropped);
            return;
        }
        switch (report.outcome()) {
            case DONE, KNOWN, APPROVED -> beside(moveTo("done", dropped.toPath()), report);
            case INTERRUPTED -> LOG.warn("{} stays where it is, and is read on when the sync runs again.", dropped);
            default -> {
                Path failed = moveTo("failed", dropped.toPath());
                RunReport said = remaining.beside(failed, report);
                Path reason = failed.resolveSibling(failed.getFileName() + ".reason.txt");
                Files.writeString(reason, said + System.lineSeparator());
                LOG.warn("{} is in {}: {}", dropped.getName(), failed.getParent(), said);
                beside(failed, said);
            }
        }
    }

    private void beside(Path moved, RunReport report) {
        rejects.beside(moved, report)
                .rejects()
                .ifPresent(file -> LOG.info("{}: to be corrected and dropped again: {}", report.sync(), file));
    }

    /** Two files of one name do not overwrite each other. */
    private static Path moveTo(String directory, Path file) throws IOException {
        Path target = Files.createDirectories(file.resolveSibling(directory));
        String stamp = STAMP.format(ZonedDateTime.now(ZoneId.systemDefault()));
        Path moved = target.resolve(stamp + "-" + file.getFileName());
        for (int next = 2; Files.exists(moved); next++) {
            moved = target.resolve(stamp + "-" + next + "-" + file.getFileName());
        }
        return Files.move(file, moved);
    }
}
