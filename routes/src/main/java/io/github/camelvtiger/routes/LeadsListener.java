package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.csv.DroppedFiles;
import io.github.camelvtiger.routes.csv.LeadCsvImport;
import io.github.camelvtiger.routes.csv.SettledFiles;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
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
        Charset charset = charset(settings.require("leads.charset", "it is the encoding of CSV files of leads"));
        Duration quiet = minimumAge(
                context, settings.require("leads.minimum-age", "it says when a CSV file counts as complete"));
        Registry registry = context.getRegistry();
        registry.bind("leadCsvImport", new LeadCsvImport(tally, charset, quiet));
        registry.bind("droppedFiles", new DroppedFiles());
        registry.bind("settledFiles", new SettledFiles(quiet, System::nanoTime));
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalStateException(
                    "The setting leads.charset is '" + name
                            + "', which is not an encoding that Java knows; it looks like UTF-8 or windows-1252.",
                    e);
        }
    }

    private static Duration minimumAge(CamelContext context, String text) {
        Duration age;
        try {
            age = context.getTypeConverter().mandatoryConvertTo(Duration.class, text);
        } catch (Exception e) {
            age = Duration.ofMillis(-1);
        }
        if (age.isNegative()) {
            throw new IllegalStateException("The setting leads.minimum-age is '" + text
                    + "', which is not a duration; it looks like 10s, 1m or PT10S.");
        }
        return age;
    }
}
