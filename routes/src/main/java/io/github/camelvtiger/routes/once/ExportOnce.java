package io.github.camelvtiger.routes.once;

import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** The export, made now instead of at night; a failed one is tried again at the next look. */
public final class ExportOnce implements Leftover {

    private final ProducerTemplate template;
    private boolean done;

    public ExportOnce(ProducerTemplate template) {
        this.template = template;
    }

    @Override
    public Optional<String> left() {
        if (done) {
            return Optional.empty();
        }
        Exchange export = template.send("direct:export", exchange -> {});
        done = !export.isFailed();
        return done
                ? Optional.empty()
                : Optional.of("the export (" + export.getException().getMessage() + ")");
    }
}
