package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.csv.LeadCsvImport;
import io.github.camelvtiger.routes.sync.inbox.DroppedFiles;
import io.github.camelvtiger.routes.sync.inbox.SettledFiles;
import io.github.camelvtiger.routes.sync.rows.CsvOptions;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.Registry;

/** Gives the route leads-from-csv its steps, made as the settings say. */
final class LeadsListener extends MainListenerSupport {

    private final Tally tally;

    LeadsListener(Tally tally) {
        this.tally = tally;
    }

    @Override
    public void beforeInitialize(BaseMainSupport main) {
        CamelContext context = main.getCamelContext();
        Settings settings = Settings.of(context);
        // The inspection of the settings left a charset that there is, and a number of milliseconds.
        Charset charset =
                Charset.forName(settings.require("leads.charset", "it is the encoding of CSV files of leads"));
        Duration quiet = Duration.ofMillis(
                Long.parseLong(settings.require("leads.minimum-age", "it says when a CSV file counts as complete")));
        Registry registry = context.getRegistry();
        registry.bind(
                "leadCsvImport",
                new LeadCsvImport(tally, new CsvOptions(charset, "leads.charset", Optional.empty(), quiet)));
        registry.bind("droppedFiles", new DroppedFiles());
        registry.bind("settledFiles", new SettledFiles(quiet, System::nanoTime));
    }
}
