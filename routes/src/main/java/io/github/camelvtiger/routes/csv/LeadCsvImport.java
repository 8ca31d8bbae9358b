package io.github.camelvtiger.routes.csv;

import io.github.camelvtiger.routes.Tally;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.PropertyInject;
import org.apache.camel.Variable;
import org.apache.camel.language.simple.Simple;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of the route leads-from-csv that are about the file: the route itself talks to the CRM. */
public final class LeadCsvImport {

    private static final Logger LOG = LoggerFactory.getLogger("leads-from-csv");

    /** How a file is called once it is done with: two files of one name do not overwrite each other. */
    private static final String FINAL_NAME = "${date:exchangeCreated:yyyyMMdd-HHmmss}-${header.CamelFileName}";

    private final Tally tally;

    public LeadCsvImport(Tally tally) {
        this.tally = tally;
    }

    /** @param description what {@code vtiger:describe/Leads} answered */
    public LeadFile open(
            @Body File file,
            @Variable("leads") Map<String, Object> description,
            @PropertyInject("leads.charset") String charset)
            throws IOException {
        LeadFile opened = LeadFile.open(file.toPath(), Charset.forName(charset));
        try {
            opened.useColumns(ColumnMapping.of(opened.header(), description));
        } catch (BadCsvException e) {
            opened.close();
            throw e;
        }
        LOG.info("{}: reading", file.getName());
        return opened;
    }

    public Map<String, Object> record(
            @ExchangeProperty("leadFile") LeadFile file, @ExchangeProperty("leadRow") LeadRow row) {
        return file.record(row);
    }

    public void created(@ExchangeProperty("leadFile") LeadFile file) {
        file.countCreated();
        tally.add(Tally.Work.LEADS_CREATED, 1);
    }

    /** A row that the CRM refused goes to rejected/; what is wrong with the whole file is written beside it. */
    public void failed(
            @ExchangeProperty("leadFile") LeadFile file,
            @ExchangeProperty("leadRow") LeadRow row,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception fault,
            @Simple("${header.CamelFileParent}") String inbox,
            @Simple(FINAL_NAME) String finalName)
            throws IOException {
        if (row != null) {
            rejectedRows(inbox).add(finalName, file, row, fault.getMessage());
            file.countRejected();
            tally.add(Tally.Work.LEADS_REJECTED, 1);
            return;
        }
        if (file != null) {
            file.close();
        }
        Path reason = Path.of(inbox, "failed", finalName + ".reason.txt");
        Files.createDirectories(reason.getParent());
        Files.writeString(reason, fault.getMessage() + System.lineSeparator());
        LOG.warn("{} goes to {}: {}", finalName, reason.getParent(), fault.getMessage());
    }

    public void finished(
            @ExchangeProperty("leadFile") LeadFile file,
            @Simple("${header.CamelFileParent}") String inbox,
            @Simple("${header.CamelFileName}") String name) {
        LOG.info(
                "{}: {} Lead(s) created{}",
                name,
                file.created(),
                file.rejected() == 0
                        ? ""
                        : ", " + file.rejected() + " row(s) rejected; they are in " + inbox
                                + "/rejected with the reasons");
    }

    private static RejectedRows rejectedRows(String inbox) {
        return new RejectedRows(Path.of(inbox, "rejected"));
    }
}
