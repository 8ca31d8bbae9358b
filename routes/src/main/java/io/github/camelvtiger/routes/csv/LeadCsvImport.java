package io.github.camelvtiger.routes.csv;

import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.routes.Tally;
import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.rows.BadFileException;
import io.github.camelvtiger.routes.sync.rows.CsvFile;
import io.github.camelvtiger.routes.sync.rows.CsvOptions;
import io.github.camelvtiger.routes.sync.rows.CsvRow;
import io.github.camelvtiger.routes.sync.rows.Rows;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.apache.camel.language.simple.Simple;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of the route leads-from-csv that are about the file: the route itself talks to the CRM. */
public final class LeadCsvImport {

    private static final Logger LOG = LoggerFactory.getLogger("leads-from-csv");

    /** How a file is called once it is done with: two files of one name do not overwrite each other. */
    private static final String FINAL_NAME = "${date:exchangeCreated:yyyyMMdd-HHmmss}-${header.CamelFileName}";

    private static final Format ANY = new Format(Optional.empty(), "UTF-8", Optional.empty(), Optional.empty());

    private static final String INBOX = "${header.CamelFileParent}";

    private final Tally tally;
    private final CsvOptions options;

    public LeadCsvImport(Tally tally, CsvOptions options) {
        this.tally = tally;
        this.options = options;
    }

    /** Needs no CRM, so that a file of another type is set apart at once. */
    public void requireCsv(@Body File file) {
        Format.Kind kind = Rows.kind(file.toPath(), ANY);
        if (kind != Format.Kind.CSV) {
            throw new BadFileException("The file is " + (kind == Format.Kind.XLSX ? "an Excel workbook" : "JSON")
                    + ", not CSV; save its table as CSV and drop that file.");
        }
    }

    /** @param description what {@code vtiger:describe/Leads} answered */
    public ImportedFile open(
            @Body File file,
            @Variable("leads") Map<String, Object> description,
            @Simple(INBOX) String inbox,
            @Simple(FINAL_NAME) String finalName,
            Exchange exchange)
            throws IOException {
        CsvFile opened = CsvFile.open(file.toPath(), options);
        try {
            ColumnMapping columns = ColumnMapping.of(opened.header(), description);
            LOG.info("{}: reading", file.getName());
            return new ImportedFile(
                    opened, columns, Path.of(inbox, "rejected", finalName), "Lead", () -> isStopping(exchange));
        } catch (BadFileException e) {
            opened.close();
            throw e;
        }
    }

    /** The consumer alone is stopped when another instance takes over. */
    private static boolean isStopping(Exchange exchange) {
        return exchange.getContext().isStopping()
                || exchange.getUnitOfWork().getRoute().getConsumer() instanceof ServiceSupport consumer
                        && (consumer.isSuspendingOrSuspended() || consumer.isStoppingOrStopped());
    }

    /** @param exchange of one row */
    public void begin(@ExchangeProperty("csvFile") ImportedFile file, @Body CsvRow row, Exchange exchange)
            throws InterruptedException {
        exchange.setProperty("csvRow", row);
        file.beginRow(row);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                file.rowDone(row);
            }
        });
    }

    public Map<String, Object> record(
            @ExchangeProperty("csvFile") ImportedFile file, @ExchangeProperty("csvRow") CsvRow row) {
        return file.record(row);
    }

    public void created(@ExchangeProperty("csvFile") ImportedFile file) {
        file.outcomes().countCreated();
        tally.add(Tally.Work.LEADS_CREATED, 1);
    }

    public void revised(@ExchangeProperty("csvFile") ImportedFile file) {
        file.outcomes().countRevised();
        tally.add(Tally.Work.LEADS_REVISED, 1);
    }

    /** A row that the CRM refused goes to rejected/; what is wrong with the whole file is written beside it. */
    public void failed(
            @ExchangeProperty("csvFile") ImportedFile file,
            @ExchangeProperty("csvRow") CsvRow begun,
            @Body Object body,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception fault,
            @Simple(INBOX) String inbox,
            @Simple(FINAL_NAME) String finalName)
            throws IOException {
        CsvRow row = begun == null && body instanceof CsvRow refused ? refused : begun;
        if (row != null) {
            file.reject(row, createdId(fault), sentence(fault));
            tally.add(Tally.Work.LEADS_REJECTED, 1);
            return;
        }
        Path failed = Path.of(inbox, "failed");
        String reason =
                sentence(fault) + (file == null ? "" : file.giveUp(fault, Path.of(inbox, "remaining", finalName)));
        LOG.warn("{} goes to {}: {}", finalName, failed, reason);
        Files.createDirectories(failed);
        Files.writeString(failed.resolve(finalName + ".reason.txt"), reason + System.lineSeparator());
    }

    /** Of a record that was created although the row is rejected: it has other values, or it has no owner. */
    private static String createdId(Exception fault) {
        return fault instanceof InvalidRecordException created && "create".equals(created.getOperation())
                ? created.getRecordId()
                : null;
    }

    private static String sentence(Exception fault) {
        if (fault instanceof RejectedExecutionException) {
            return "The application was stopped before the CRM's answer was there; look there before you drop it"
                    + " again.";
        }
        return fault.getMessage() == null ? fault.toString() : fault.getMessage();
    }

    /** The rest of a file at which the application was stopped lies in the inbox when it starts again. */
    public void finished(
            @ExchangeProperty("csvFile") ImportedFile file,
            @Simple(INBOX) String inbox,
            @Simple("${header.CamelFileName}") String name,
            @Simple(FINAL_NAME) String finalName)
            throws IOException {
        String outcome = file.finish();
        if (file.isStopped()) {
            long line = file.keepRest(Path.of(inbox, finalName));
            LOG.warn(
                    "{}: stopped at line {}, with {}; the rest is in {} as {}, to be read after the next start",
                    name,
                    line,
                    outcome,
                    inbox,
                    finalName);
        } else {
            LOG.info("{}: {}", name, outcome);
        }
    }
}
