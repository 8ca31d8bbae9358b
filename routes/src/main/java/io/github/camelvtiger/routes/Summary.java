package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.Tally.Work;
import io.github.camelvtiger.routes.once.FeedWatch;
import java.nio.file.Path;
import org.slf4j.Logger;

/**
 * Says what a run with {@code --once} did: what was synced, from where to where, where to look.
 *
 * @param refusedFiles how many CSV files were given up as a whole
 */
record Summary(Settings settings, FeedWatch watch, Tally tally, long refusedFiles, boolean exportFailed) {

    void write(Logger log) {
        Path data = Path.of(settings.require("data.directory", "it says where files are"));
        Path inbox = data.resolve("inbox").resolve("leads");
        log.info("What was done:");
        log.info(
                "  CRM -> files: {} changed Contact state(s), see {} and {}/contacts-<day>.jsonl",
                watch.completed("contacts-to-files"),
                data.resolve("contacts"),
                data);
        log.info(
                "  CSV -> CRM:   {} Lead(s) created{}, {} row(s) rejected, see {}/done and {}/rejected",
                tally.of(Work.LEADS_CREATED),
                tally.of(Work.LEADS_REVISED) == 0 ? "" : ", " + tally.of(Work.LEADS_REVISED) + " revised",
                tally.of(Work.LEADS_REJECTED),
                inbox,
                inbox);
        if (refusedFiles > 0) {
            log.error(
                    "  CSV -> CRM:   {} file(s) refused as a whole, see {}/failed with the reasons; the exit code is 1",
                    refusedFiles,
                    inbox);
        }
        if (exportFailed) {
            log.error("  CRM -> CSV:   the export failed, see above for the reason; the exit code is 1");
        }
        log.info(
                "  CRM -> CSV:   {} record(s) of {} exported, see {}",
                tally.of(Work.RECORDS_EXPORTED),
                settings.require("export.module", "it names the module to export"),
                data.resolve("export"));
        log.info("  CRM -> queue: {} changed ticket state(s) to vtiger.tickets.out", watch.completed("tickets-out"));
        log.info(
                "  queue -> CRM: {} ticket(s) written from vtiger.tickets.in, {} message(s) to vtiger.tickets.dead",
                tally.of(Work.TICKETS_WRITTEN),
                tally.of(Work.TICKETS_DEAD));
    }
}
